import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// A build that a test asks for is the very page that people get: libraries behave otherwise where NODE_ENV says "test".
process.env.NODE_ENV = 'production';

/** Builds the one page application into `dist/designer`, from where the server hands it out. */
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: '../dist/designer',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy of the server allows no data: addresses for scripts and fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: {
      // Asked for only by a test part of the form library that is shaken out; a generating validator would need unsafe-eval.
      external: ['@rjsf/validator-ajv8'],
      treeshake: { moduleSideEffects: (id) => !id.includes('validator-ajv8') },
    },
  },
});
