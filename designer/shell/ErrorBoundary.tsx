import { Component, type ReactNode } from 'react';
import { withTranslation, type WithTranslation } from 'react-i18next';

class Boundary extends Component<WithTranslation & { children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    const { t } = this.props;
    return (
      <div role="alert" className="failure" style={{ margin: 24 }}>
        <h1>{t('broken.title')}</h1>
        <p>{t('broken.what')}</p>
        <button type="button" className="plain-button" onClick={() => window.location.reload()}>{t('broken.reload')}</button>
      </div>
    );
  }
}

/** Keeps a fault of the page from taking everything down: it is told in words, with a way on. */
export const ErrorBoundary = withTranslation()(Boundary);
