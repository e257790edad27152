import { keptBundle } from './workflowBundle.ts';

// For an image whose program may not be written to: made once, while the image is built.
const bundle = await keptBundle();
if (!('codePath' in bundle)) throw new Error('the workflow bundle could not be kept in dist/workflows');
console.log(bundle.codePath);
