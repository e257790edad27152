import { defineConfig } from 'drizzle-kit';

export default defineConfig({ dialect: 'postgresql', schema: ['./server/store/schema.ts', './server/store/accountsSchema.ts', './server/store/peopleSchema.ts', './server/store/stoppagesSchema.ts', './server/store/draftsSchema.ts'], out: './server/store/migrations' });
