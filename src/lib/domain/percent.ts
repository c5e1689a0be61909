/** A share in per cent, as pages show it: "72.5 %". */
export function percentText(share: number): string {
	return `${Math.round(share * 1000) / 10} %`;
}
