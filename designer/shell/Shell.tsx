import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useNavigate } from 'react-router';
import type { Account, Session } from '../../model/api.ts';
import { useText } from '../language/useText.ts';
import { api } from '../session/api.ts';
import { hasRole } from '../session/useSession.ts';
import { Choices } from './Choices.tsx';

/** The frame around every page inside: brand, places, language and theme, who is signed in. */
export function Shell({ account, children }: { account: Account | undefined; children: ReactNode }) {
  const { t } = useTranslation();
  const { text } = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const signOut = useMutation({
    mutationFn: api.signOut,
    onSuccess: async ({ leaveTo }) => {
      // First nobody is signed in, so that no open page asks again for what it would be refused.
      client.setQueryData<Session>(['session'], (session) => session && { sandbox: session.sandbox, provider: session.provider });
      await navigate('/sign-in');
      client.clear();
      // Else the next one at this computer would be let in again by the identity provider, unasked.
      if (leaveTo !== undefined) window.location.assign(leaveTo);
    },
  });
  const places = account
    ? [
        ...(hasRole(account, 'applicant', 'intakeClerk') ? (['declare'] as const) : []),
        'work' as const,
        'cases' as const,
        ...(hasRole(account, 'administrator', 'processOwner') ? (['incidents'] as const) : []),
        'processes' as const,
        'notices' as const,
      ]
    : (['notices'] as const);
  return (
    <>
      <a className="skip-link" href="#content">{t('skip')}</a>
      <header className="topbar no-print">
        <NavLink className="brand" to="/">
          <img src="/favicon.svg" alt="" />
          {t('brand')}
        </NavLink>
        <nav aria-label={t('nav.label')}>
          {places.map((place) => (
            <NavLink key={place} to={`/${place}`}>{t(`nav.${place}`)}</NavLink>
          ))}
        </nav>
        <Choices />
        {account && (
          <div className="choices">
            <span>{text(account.name)}</span>
            <button type="button" className="plain-button" disabled={signOut.isPending} onClick={() => signOut.mutate()}>{t('session.signOut')}</button>
          </div>
        )}
      </header>
      <main id="content" tabIndex={-1} className="page">{children}</main>
    </>
  );
}
