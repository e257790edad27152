import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { freshName } from '../../../model/edits/freshId.ts';
import type { Process, Role } from '../../../model/process.ts';
import { kindOf } from '../../../model/steps/index.ts';
import { useText } from '../../language/useText.ts';
import { ActButton } from '../../shell/ActButton.tsx';
import { TextInput } from './TextInput.tsx';
import { TypedInput } from './TypedInput.tsx';

/** The roles of a process, each with how many steps it works on; one that still works cannot be removed. */
export function RoleList({ process, disabled, take }: { process: Process; disabled: boolean; take: (roles: Role[], typing?: boolean) => boolean }) {
  const { t } = useTranslation();
  const { text } = useText();
  const uses = (role: string) => process.steps.filter((step) => kindOf(step).roles(step).includes(role)).length;
  const put = (index: number, role: Role, typing = false) => take(process.roles.map((old, at) => (at === index ? role : old)), typing);
  return (
    <ul className="inspector-list">
      {process.roles.map((role, index) => {
        const count = uses(role.id);
        return (
          <li key={index} data-field={`roles.${index}`}>
            <TextInput label={t('inspector.roleName', { number: index + 1 })} value={role.name} disabled={disabled} take={(name) => name !== undefined && put(index, { ...role, name }, true)} />
            <TypedInput whole mono label={t('inspector.roleId', { name: text(role.name) })} value={role.id} disabled={disabled} take={(id) => process.roles.every((other) => other.id !== id) && put(index, { ...role, id })} />
            <div className="inspector-row">
              <span className="note">{t('inspector.uses', { count })}</span>
              <ActButton size="small" danger disabled={disabled} why={count > 0 ? t('inspector.stillUsed', { count }) : undefined} aria-label={t('inspector.remove', { name: text(role.name) })} onClick={() => void take(process.roles.filter((_old, at) => at !== index))}>{t('form.remove')}</ActButton>
            </div>
          </li>
        );
      })}
      <li><Button size="small" disabled={disabled} onClick={() => void take([...process.roles, { id: freshName((id) => process.roles.some((role) => role.id === id), 'role'), name: { zh: '新的角色', en: 'New role' } }])}>{t('inspector.addRole')}</Button></li>
    </ul>
  );
}
