import { create } from 'zustand';

/** What a person chose: light, dark, or what the system says. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const remembered = 'shenpi.theme';
const system = window.matchMedia('(prefers-color-scheme: dark)');

function readChoice(): ThemeChoice {
  const stored = localStorage.getItem(remembered);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

function isDark(choice: ThemeChoice): boolean {
  return choice === 'system' ? system.matches : choice === 'dark';
}

function paint(dark: boolean): void {
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}

/** The theme of the page, remembered in this browser. */
export const useTheme = create<{ choice: ThemeChoice; dark: boolean; choose: (choice: ThemeChoice) => void }>((set) => ({
  choice: readChoice(),
  dark: isDark(readChoice()),
  choose: (choice) => {
    localStorage.setItem(remembered, choice);
    paint(isDark(choice));
    set({ choice, dark: isDark(choice) });
  },
}));

/** Paints the page in its theme and follows the system while nothing was chosen. */
export function setUpTheme(): void {
  paint(useTheme.getState().dark);
  system.addEventListener('change', () => {
    if (useTheme.getState().choice === 'system') useTheme.getState().choose('system');
  });
}
