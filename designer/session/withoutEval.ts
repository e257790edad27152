// Else zod, which the step kinds bring along, tries whether code may be generated, and the content security policy reports the
// attempt. This is what `z.config({ jitless: true })` sets; it has to stand before zod is loaded, which the public page never does.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
