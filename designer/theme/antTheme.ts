import { theme, type ThemeConfig } from 'antd';

const font = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

/** The UI kit in the colours of `theme.css`, so that everything comes from one set of tokens. */
export function antTheme(dark: boolean): ThemeConfig {
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily: font,
      fontSize: 14,
      borderRadius: 6,
      colorPrimary: dark ? '#5b8cff' : '#1d4ed8',
      colorLink: dark ? '#8ab0ff' : '#1d4ed8',
      colorError: dark ? '#f87171' : '#b91c1c',
      colorSuccess: dark ? '#4ade80' : '#15803d',
      colorWarning: dark ? '#fdba74' : '#b45309',
      colorBgContainer: dark ? '#1a1e26' : '#ffffff',
      colorBgElevated: dark ? '#222733' : '#ffffff',
      colorBgLayout: dark ? '#12151b' : '#f5f6f8',
      colorText: dark ? '#e8ebf1' : '#1c2330',
      colorTextSecondary: dark ? '#aeb7c6' : '#4d5869',
      colorTextTertiary: dark ? '#aeb7c6' : '#4d5869',
      colorTextDescription: dark ? '#aeb7c6' : '#4d5869',
      colorTextPlaceholder: dark ? '#98a2b3' : '#667085',
      colorBorder: dark ? '#4b5567' : '#8a94a6',
      colorBorderSecondary: dark ? '#333b49' : '#dfe3ea',
    },
    components: {
      Table: { cellPaddingBlock: 9, cellPaddingBlockSM: 5 },
      Button: { primaryShadow: 'none', ...(dark ? { colorPrimary: '#2f5fd0', colorPrimaryHover: '#3d6ee0', colorPrimaryActive: '#264fb0' } : { colorPrimaryHover: '#1e40af', colorPrimaryActive: '#1e3a8a' }) },
      ...(dark ? { Tabs: { itemSelectedColor: '#8ab0ff', itemHoverColor: '#a9c5ff', itemActiveColor: '#8ab0ff', inkBarColor: '#8ab0ff' } } : {}),
      Segmented: { trackBg: dark ? '#2b323e' : '#e3e7ee' },
    },
  };
}
