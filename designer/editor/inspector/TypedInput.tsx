import { Input } from 'antd';
import { useState } from 'react';

/**
 * A line of text that keeps what is typed even where it is not taken over; `take` says whether it was. `whole`: taken over when the field is
 * left or Enter is pressed, not with every key, for names that other things refer to.
 */
export function TypedInput({ id, label, value, take, whole = false, area = false, disabled, describedBy, mono = false, prefix, placeholder }: {
  id?: string;
  label?: string;
  value: string;
  take: (typed: string) => boolean;
  whole?: boolean;
  area?: boolean;
  disabled?: boolean;
  describedBy?: string | undefined;
  mono?: boolean;
  prefix?: string;
  placeholder?: string;
}) {
  const [state, setState] = useState({ typed: value, from: value, refused: false });
  const current = state.from === value ? state : { typed: value, from: value, refused: false };
  if (current !== state) setState(current);
  const enter = (typed: string) => setState({ typed, from: value, refused: typed !== value && !take(typed) });
  const shared = {
    id, value: current.typed, disabled: disabled ?? false, 'aria-label': label, 'aria-describedby': describedBy, 'aria-invalid': current.refused || undefined,
    status: current.refused ? ('error' as const) : ('' as const), className: mono ? 'mono' : '', placeholder,
    onChange: (event: { target: { value: string } }) => (whole ? setState({ ...current, typed: event.target.value }) : enter(event.target.value)),
    onBlur: () => whole && current.typed !== value && enter(current.typed),
  };
  if (area) return <Input.TextArea {...shared} autoSize={{ minRows: 1, maxRows: 6 }} />;
  return <Input {...shared} prefix={prefix} onPressEnter={() => whole && enter(current.typed)} />;
}
