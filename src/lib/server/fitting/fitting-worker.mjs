// Where the thread begins; it runs the sources through tsx, as the one that reads articles does.
import { register } from 'tsx/esm/api';

register();
await import('./serve-fitting.ts');
