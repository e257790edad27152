import { useTranslation } from 'react-i18next';
import type { Session } from '../../model/api.ts';
import { ProviderSignIn } from './ProviderSignIn.tsx';
import { SandboxSignIn } from './SandboxSignIn.tsx';
import { useTitle } from './useTitle.ts';

/** Signing in: by a sandbox's accounts, or at the identity provider. */
export function SignInPage({ session }: { session: Session }) {
  const { t } = useTranslation();
  useTitle(t('session.title'));
  if (session.sandbox) return <SandboxSignIn session={session} />;
  return (
    <section className="card" style={{ maxWidth: 560 }}>
      <h1 style={{ marginBottom: 16 }}>{t('session.title')}</h1>
      <ProviderSignIn connected={session.provider} />
    </section>
  );
}
