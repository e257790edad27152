import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'react-router';
import { signInProblems } from '../../model/api.ts';

const settings = ['SHENPI_OIDC_ISSUER', 'SHENPI_OIDC_CLIENT_ID', 'SHENPI_OIDC_CLIENT_SECRET', 'SHENPI_OIDC_ROLES'];

/** The way to the identity provider; where none is connected, how to connect one. */
export function ProviderSignIn({ connected }: { connected: boolean }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const to = pathname === '/sign-in' ? '/' : `${pathname}${search}`;
  return (
    <div className="stack">
      <Problem />
      {connected ? (
        <>
          <p className="soft">{t('session.providerWhat')}</p>
          {/* A link and not a request: the provider's own page has to be what the person sees. */}
          <Button type="primary" href={`/api/sign-in?${new URLSearchParams({ to }).toString()}`}>{t('session.provider')}</Button>
        </>
      ) : (
        <Alert
          type="info"
          showIcon
          title={t('session.noProvider')}
          description={
            <>
              <p>{t('session.connect', { address: `${window.location.origin}/api/sign-in/callback` })}</p>
              <ul>{settings.map((name) => <li key={name}><code>{name}</code></li>)}</ul>
            </>
          }
        />
      )}
    </div>
  );
}

function Problem() {
  const { t } = useTranslation();
  const [asked] = useSearchParams();
  const problem = signInProblems.find((known) => known === asked.get('problem'));
  if (problem === undefined) return null;
  const request = asked.get('request') ?? '';
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t(`signInProblem.${problem}`)}
      description={/^[\w-]{36}$/.test(request) ? <span className="note">{t('session.request', { request })}</span> : undefined}
    />
  );
}
