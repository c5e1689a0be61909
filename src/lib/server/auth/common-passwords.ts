/** Passwords of eight characters and more that head every list of leaked ones; compared in lower case. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
	`
	password password1 password12 password123 password1234 password! passw0rd passw0rd1 p@ssword p@ssw0rd p@ssword1
	p@ssw0rd1 pa$$word pa55word passwort passwort1 motdepasse contrasena contraseña senha123 wachtwoord
	12345678 123456789 1234567890 12345678910 0123456789 123123123 123456123 12341234 11223344 1122334455 112233445566
	12344321 87654321 987654321 9876543210 0987654321 10203040 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc 1qazxsw2
	q1w2e3r4 q1w2e3r4t5 qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwerty12345 qwerty123456 qwertyu1 qwert123
	qwertz123 qwertzui qwertzuiop azertyui azertyuiop azerty123 asdfghjk asdfghjkl asdfasdf asdf1234 asdfqwer zxcvbnm1
	zxcvbnm123 zxcvbnm, qazwsxedc qazwsx123 qweasdzxc qweqweqwe qwe123qwe 123qweasd 1234qwer qwer1234 abcd1234 abcd12345
	abc12345 abc123456 a1234567 a12345678 a123456789 aa123456 aa12345678 a1b2c3d4 abcdefg1 abcdefgh1 abc123abc
	iloveyou iloveyou1 iloveyou2 iloveyou! loveyou1 ilovegod sunshine sunshine1 princess princess1 football football1
	baseball baseball1 basketball superman superman1 batman123 spiderman starwars starwars1 pokemon1 pokemon123 dragon123
	monkey123 michelle michelle1 jennifer jennifer1 jessica1 ashley123 charlie1 charlie123 jordan23 michael1 thomas123
	daniel123 andrew123 liverpool liverpool1 chelsea1 arsenal1 barcelona manchester corvette mercedes mustang1 harley123
	computer computer1 internet internet1 samsung1 samsung123 blink182 whatever whatever1 trustno1 letmein1 letmein123
	letmein! welcome1 welcome12 welcome123 welcome! welcome2023 welcome2024 welcome2025 welcome2026 admin123 admin1234
	admin12345 administrator root1234 rootroot master123 mastermind changeme changeme1 changeme123 default1 default123
	secret123 secret1234 test1234 test12345 testtest testing1 testing123 guest123 guestguest user1234 username
	student1 student123 teacher1 teacher123 school123 schoolwork homework homework1 classroom classroom1 learning
	learning1 summer123 summer2023 summer2024 summer2025 summer2026 winter123 winter2023 winter2024 winter2025 winter2026
	spring2024 spring2025 autumn2024 autumn2025 january1 february september november december elephant butterfly
	babygirl1 babygirl lovelove loverboy angel123 hello123 hello1234 hellohello helloworld goodluck freedom1 freedom123
	fuckyou1 fuckyou123 fuckyou! asshole1 pussycat bigdaddy blahblah doudou123 chouchou marseille soleil123 bonjour1
	hallo123 schatz123 ficken123 sommer123 deutschland woaini1314 woaini520 5201314520 1314520520 13145201314 zaq12wsx
	zaq1zaq1 zaq1xsw2 xsw2zaq1 !qaz2wsx !@#$%^&* 1234abcd 12345qwert 12345abc 123abc123 147258369 159753456 789456123
	123654789 741852963 963852741 99999999 88888888 77777777 66666666 55555555 44444444 33333333 22222222 11111111
	00000000 111111111 000000000 1111111111 0000000000 12121212 21212121 20202020 69696969 31313131 13131313 123321123
	1234512345 password2 password3 password11 password01 password99 mypassword mypassword1 thepassword nopassword
	yourpassword newpassword newpass1 temp1234 temppass access14 access123 login123 loginlogin letmein2 opensesame
	`
		.split(/\s+/)
		.filter((password) => password !== '')
);
