import { Button, Tooltip, type ButtonProps } from 'antd';

/** A button for an act: where the act is barred it stays reachable by keyboard and says why, on hover, on focus and to those who listen. */
export function ActButton({ why, onClick, className, ...button }: ButtonProps & { why?: string | undefined }) {
  const barred = why !== undefined && why !== '';
  return (
    <Tooltip title={why} trigger={['hover', 'focus']}>
      {/* aria-disabled instead of disabled: what is disabled cannot be reached, and so cannot say why. */}
      <Button {...button} className={barred ? `${className ?? ''} is-barred` : className} {...(barred ? { 'aria-disabled': true, 'aria-description': why, htmlType: 'button' as const } : onClick ? { onClick } : {})} />
    </Tooltip>
  );
}
