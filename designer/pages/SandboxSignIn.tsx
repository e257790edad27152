import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import type { Account, Session } from '../../model/api.ts';
import { useText } from '../language/useText.ts';
import { api } from '../session/api.ts';
import { sentenceOf } from '../session/refusals.ts';
import { grouped } from '../canvas/grouped.ts';
import { ProviderSignIn } from './ProviderSignIn.tsx';
import { roleName } from './roleName.ts';

/** Signing in to a sandbox, which lists who can, by role. */
export function SandboxSignIn({ session }: { session: Session }) {
  const { t, i18n } = useTranslation();
  const { text } = useText();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const fault = (value: string, missing: string) => (tried && !value ? { validateStatus: 'error' as const, help: <span role="alert">{missing}</span> } : {});
  const client = useQueryClient();
  const navigate = useNavigate();
  const location = useLocation();
  const signIn = useMutation({
    mutationFn: () => api.signIn(account, password),
    onSuccess: async (answer) => {
      client.setQueryData(['session'], { ...session, ...answer });
      await client.invalidateQueries();
      await navigate(location.pathname === '/sign-in' ? '/' : location.pathname);
    },
  });
  const byRole = grouped(session.accounts ?? [], (candidate: Account) => candidate.roles[0] ?? '');
  return (
    <div className="split">
      <section aria-labelledby="accounts" className="card">
        <h2 id="accounts">{t('session.pick')}</h2>
        <p className="soft">{t('session.sandbox')}</p>
        <div style={{ columns: '320px', columnGap: 16 }}>
          {[...byRole].map(([role, accounts]) => (
            <section key={role} style={{ breakInside: 'avoid', marginBottom: 16 }}>
              <h3>{roleName(role, i18n)}</h3>
              <ul className="plain-list" style={{ gap: 2 }}>
                {accounts.map((candidate) => (
                  <li key={candidate.id}>
                    <Button type="text" size="small" aria-pressed={candidate.id === account} style={candidate.id === account ? { background: 'var(--accent-tint)' } : {}} onClick={() => { setAccount(candidate.id); setPassword('shenpi'); }}>
                      {text(candidate.name)} <span className="note">{candidate.id}</span>
                    </Button>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </section>
      <section className="card" style={{ maxWidth: 480, width: '100%', position: 'sticky', top: 16 }}>
        <h1>{t('session.title')}</h1>
        <Form layout="vertical" onFinish={() => {
          setTried(true);
          if (account && password) signIn.mutate();
        }} style={{ marginTop: 16 }}>
          {signIn.isError && <Alert type="error" showIcon title={text(sentenceOf(signIn.error))} style={{ marginBottom: 16 }} role="alert" />}
          <Form.Item label={t('session.account')} htmlFor="account" {...fault(account, t('session.accountMissing'))}>
            <Input id="account" autoComplete="username" value={account} onChange={(event) => setAccount(event.target.value)} />
          </Form.Item>
          <Form.Item label={t('session.password')} htmlFor="password" extra={t('session.hint')} {...fault(password, t('session.passwordMissing'))}>
            <Input type="password" id="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={signIn.isPending}>{t('session.signIn')}</Button>
        </Form>
        {session.provider && (
          <div style={{ marginTop: 24 }}>
            <ProviderSignIn connected />
          </div>
        )}
      </section>
    </div>
  );
}
