import './session/withoutEval.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './App.tsx';
import { setUpLanguage } from './language/setUpLanguage.ts';
import { Refused } from './session/refusals.ts';
import './shell/shell.css';
import './pages/pages.css';
import './theme/theme.css';
import { setUpTheme } from './theme/useTheme.ts';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no element #root');

const client = new QueryClient({
  defaultOptions: { queries: { staleTime: 5_000, retry: (times, error) => !(error instanceof Refused) && times < 2 } },
});

setUpTheme();
await setUpLanguage();
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <BrowserRouter>
        <App />
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>,
);
