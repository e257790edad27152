import * as client from 'openid-client';
import type { SignInProblem } from '../../model/api/session.ts';
import type { IdentitySettings } from './identitySettings.ts';
import type { Claims } from './personOf.ts';

/** What has to be remembered between leaving for the identity provider and coming back. */
export interface SignInSecrets {
  state: string;
  nonce: string;
  verifier: string;
}

/** A sign-in that came to nothing, for a reason the person can be told; the cause is for the log. */
export class SignInFailed extends Error {
  readonly problem: SignInProblem;

  constructor(problem: SignInProblem, cause: unknown) {
    super(`${problem}: ${reasonsOf(cause).join(' < ')}`, { cause });
    this.name = 'SignInFailed';
    this.problem = problem;
  }
}

// An error's other properties may hold claims or tokens, which have no place in a log.
function reasonsOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  const detail = error instanceof client.ResponseBodyError || error instanceof client.AuthorizationResponseError ? ` [${error.error}]` : '';
  return [`${error.message}${code}${detail}`, ...reasonsOf(error.cause)];
}

/** The identity provider, as far as the door needs it. */
export interface IdentityProvider {
  settings: IdentitySettings;
  /** Looks the provider up; rejects where it does not answer. */
  reach(): Promise<void>;
  /** Address to send the browser to, and what to remember meanwhile. */
  begin(redirectUri: string): Promise<{ address: string; secrets: SignInSecrets }>;
  /** What the provider says of the person whose browser came back to `address`. */
  finish(address: URL, secrets: SignInSecrets): Promise<{ claims: Claims; subject: string; idToken: string }>;
  /** Where to sign out at the provider too; `undefined` where it offers no such place or cannot be asked now. */
  leave(idToken: string, backTo: string): Promise<string | undefined>;
}

const timeoutSeconds = 10;

/** The identity provider of the settings. It is looked up when first needed, and again until it was found: one that is down at start stops nothing. */
export function openIdentityProvider(settings: IdentitySettings): IdentityProvider {
  let found: Promise<client.Configuration> | undefined;
  const look = (): Promise<client.Configuration> => {
    found ??= discover(settings).catch((error: unknown) => {
      found = undefined;
      throw new SignInFailed('unreachable', error);
    });
    return found;
  };
  return {
    settings,
    async reach() {
      await look();
    },
    async begin(redirectUri) {
      const configuration = await look();
      const secrets = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
      const address = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: settings.scope,
        state: secrets.state,
        nonce: secrets.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(secrets.verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, secrets };
    },
    async finish(address, { state, nonce, verifier }) {
      const configuration = await look();
      try {
        const tokens = await client.authorizationCodeGrant(configuration, address, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
        const claims = tokens.claims();
        if (!claims || tokens.id_token === undefined) throw new Error('no identity token came');
        // Many providers keep the identity token small and tell groups at the userinfo endpoint only; what is signed goes first.
        const more = configuration.serverMetadata().userinfo_endpoint === undefined ? {} : await client.fetchUserInfo(configuration, tokens.access_token, claims.sub);
        return { claims: { ...more, ...claims }, subject: claims.sub, idToken: tokens.id_token };
      } catch (error) {
        throw new SignInFailed(problemOf(error), error);
      }
    },
    async leave(idToken, backTo) {
      try {
        const configuration = await look();
        if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
        return client.buildEndSessionUrl(configuration, { id_token_hint: idToken, post_logout_redirect_uri: backTo }).href;
      } catch (error) {
        if (error instanceof SignInFailed) return undefined;
        throw error;
      }
    },
  };
}

function discover({ issuer, clientId, clientSecret }: IdentitySettings): Promise<client.Configuration> {
  const address = new URL(issuer);
  return client.discovery(address, clientId, undefined, clientSecret === undefined ? client.None() : secretOf(clientSecret), {
    timeout: timeoutSeconds,
    // Settings allow http on a loopback address only.
    execute: [client.enableNonRepudiationChecks, ...(address.protocol === 'http:' ? [client.allowInsecureRequests] : [])],
  });
}

/** The way of proving the secret that the provider takes; the header where it says nothing, as the standard has it. */
function secretOf(secret: string): client.ClientAuth {
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const taken = server.token_endpoint_auth_methods_supported;
    return (taken === undefined || taken.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}

function problemOf(error: unknown): SignInProblem {
  if (error instanceof client.AuthorizationResponseError) {
    if (error.error === 'access_denied') return 'denied';
    return error.error === 'temporarily_unavailable' || error.error === 'server_error' ? 'unreachable' : 'failed';
  }
  if (error instanceof client.ClientError && (error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_RESPONSE_IS_NOT_CONFORM')) return 'unreachable';
  // What `fetch` throws when nobody answers.
  return error instanceof TypeError && error.message === 'fetch failed' ? 'unreachable' : 'failed';
}
