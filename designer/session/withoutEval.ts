import { z } from 'zod';

// Else zod tries whether code may be generated, and the content security policy reports the attempt.
z.config({ jitless: true });
