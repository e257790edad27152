import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Bones } from './shell/Bones.tsx';
import { ErrorBoundary } from './shell/ErrorBoundary.tsx';

// Everything but the notices carries the UI kit, so that the public page stays light.
const NoticesPage = lazy(() => import('./pages/notices/NoticesPage.tsx'));
const Inside = lazy(() => import('./pages/Inside.tsx'));

/** All places of the product. */
export function App() {
  return (
    <ErrorBoundary>
      <Suspense fallback={<Bones />}>
        <Routes>
          <Route path="/notices" element={<NoticesPage />} />
          <Route path="*" element={<Inside />} />
        </Routes>
      </Suspense>
      <div id="announcements" className="read-aloud" aria-live="polite" />
    </ErrorBoundary>
  );
}
