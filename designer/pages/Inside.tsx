import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { lazy, Suspense, useEffect } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import type { Account } from '../../model/api.ts';
import { useText } from '../language/useText.ts';
import { useLiveCases } from '../live/useLiveCases.ts';
import { hasRole, useSession } from '../session/useSession.ts';
import { Bones } from '../shell/Bones.tsx';
import { ErrorBoundary } from '../shell/ErrorBoundary.tsx';
import { Failure } from '../shell/Failure.tsx';
import { Shell } from '../shell/Shell.tsx';
import { antTheme } from '../theme/antTheme.ts';
import { useTheme } from '../theme/useTheme.ts';
import { NotHere } from './NotHere.tsx';
import { SignInPage } from './SignInPage.tsx';

const ProcessesPage = lazy(() => import('./processes/ProcessesPage.tsx'));
const ProcessPage = lazy(() => import('./processes/ProcessPage.tsx'));
const DesignPage = lazy(() => import('./design/DesignPage.tsx'));
const ComparePage = lazy(() => import('./design/compare/ComparePage.tsx'));
const ProposalPage = lazy(() => import('./design/publish/ProposalPage.tsx'));
const CasesPage = lazy(() => import('./cases/CasesPage.tsx'));
const IncidentsPage = lazy(() => import('./incidents/IncidentsPage.tsx'));
const CasePage = lazy(() => import('./cases/CasePage.tsx'));
const WorkPage = lazy(() => import('./work/WorkPage.tsx'));
const DeclarePage = lazy(() => import('./declare/DeclarePage.tsx'));

/** The places behind the sign-in. */
export default function Inside() {
  const { language } = useText();
  const dark = useTheme((state) => state.dark);
  useEffect(() => {
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  }, [language]);
  return (
    <ConfigProvider locale={language === 'zh' ? zhCN : enUS} theme={antTheme(dark)} button={{ autoInsertSpace: false }}>
      <AntApp component={false}>
        <Door />
      </AntApp>
    </ConfigProvider>
  );
}

function Door() {
  const session = useSession();
  const location = useLocation();
  const account = session.data?.account;
  if (session.isPending) return <Bones />;
  if (session.isError) return <div className="page"><Failure error={session.error} onRetry={() => void session.refetch()} /></div>;
  if (location.pathname === '/sign-in' || !account) {
    return (
      <Shell account={account}>
        <SignInPage session={session.data} />
      </Shell>
    );
  }
  return <Places account={account} />;
}

function Places({ account }: { account: Account }) {
  useLiveCases();
  const location = useLocation();
  const home = account.roles.includes('applicant') ? '/declare' : '/work';
  return (
    <Shell account={account}>
      <ErrorBoundary key={location.pathname}>
        <Suspense fallback={<Bones />}>
          <Routes>
            <Route path="/" element={<Navigate to={home} replace />} />
            <Route path="/processes" element={<ProcessesPage />} />
            <Route path="/processes/:id" element={<ProcessPage />} />
            {hasRole(account, 'processOwner', 'auditor', 'administrator') && <Route path="/processes/:id/edit" element={<DesignPage />} />}
            {hasRole(account, 'processOwner', 'auditor', 'administrator') && <Route path="/processes/:id/compare" element={<ComparePage />} />}
            {hasRole(account, 'processOwner', 'auditor', 'administrator') && <Route path="/proposals/:proposal" element={<ProposalPage />} />}
            <Route path="/cases" element={<CasesPage />} />
            <Route path="/cases/:id" element={<CasePage />} />
            <Route path="/incidents" element={<IncidentsPage />} />
            <Route path="/work" element={<WorkPage account={account} />} />
            <Route path="/declare" element={<DeclarePage account={account} />} />
            <Route path="*" element={<NotHere />} />
          </Routes>
        </Suspense>
      </ErrorBoundary>
    </Shell>
  );
}
