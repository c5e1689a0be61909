// Where a worker thread begins. It runs the sources through tsx in development, in tests and beside the built server
// alike, so that there is one way to break and not three: threads do not inherit a loader that was set by an option.
import { register } from 'tsx/esm/api';

register();
await import('./serve-extractions.ts');
