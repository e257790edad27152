import { sql } from 'drizzle-orm';
import { boolean, check, index, jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Text } from '../../model/text.ts';

// As in schema.ts: type imports only, and moments of real time are timestamps.
const realTime = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** A sandbox's account has the published password; every other one belongs to somebody whom an identity provider vouches for. */
export const accounts = pgTable(
  'accounts',
  {
    id: text('id').primaryKey(),
    name: jsonb('name').$type<Text>().notNull(),
    roles: jsonb('roles').$type<string[]>().notNull(),
    applicant: text('applicant'),
    passwordHash: text('password_hash'),
    sandbox: boolean('sandbox').notNull(),
    issuer: text('issuer'),
    subject: text('subject'),
    signedInAt: realTime('signed_in_at'),
  },
  (table) => [
    uniqueIndex('accounts_identity').on(table.issuer, table.subject),
    check('accounts_one_proof', sql`case when ${table.sandbox} then ${table.passwordHash} is not null and ${table.subject} is null else ${table.passwordHash} is null and ${table.issuer} is not null and ${table.subject} is not null end`),
  ],
);

/** The cookie's value is never stored, only its SHA-256. */
export const sessions = pgTable(
  'sessions',
  {
    hash: text('hash').primaryKey(),
    account: text('account').notNull().references(() => accounts.id),
    expiresAt: realTime('expires_at').notNull(),
    /** What the identity provider asks for when somebody signs out there too. */
    idToken: text('id_token'),
  },
  (table) => [index('sessions_expiry').on(table.expiresAt), index('sessions_account').on(table.account)],
);

/** Sign-ins on their way to the identity provider and back; each is good for one return, to the browser that left. */
export const signIns = pgTable(
  'sign_ins',
  {
    /** SHA-256 of the state. */
    hash: text('hash').primaryKey(),
    /** SHA-256 of the browser's cookie. */
    browser: text('browser').notNull(),
    nonce: text('nonce').notNull(),
    verifier: text('verifier').notNull(),
    redirectUri: text('redirect_uri').notNull(),
    /** Path of the page to go on at. */
    to: text('to_path').notNull(),
    expiresAt: realTime('expires_at').notNull(),
  },
  (table) => [index('sign_ins_expiry').on(table.expiresAt)],
);
