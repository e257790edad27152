import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { sampleData } from '../../../model/sampleData.ts';
import type { Json, JsonObject } from '../../../model/text.ts';
import { useEditor, useEditorStore, } from '../useEditor.ts';
import type { EditorStore } from '../editorStore.ts';

// What somebody tries is theirs while the draft is open, and no part of it.
const tried = new WeakMap<EditorStore, StoreApi<{ [path: string]: Json }>>();

function triedOf(store: EditorStore): StoreApi<{ [path: string]: Json }> {
  const found = tried.get(store) ?? createStore<{ [path: string]: Json }>(() => ({}));
  tried.set(store, found);
  return found;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The data with a value at a dotted name; what lies on the way and is no group of data becomes one. */
export function withValue(data: JsonObject, path: string, value: Json): JsonObject {
  const [name = '', ...rest] = path.split('.');
  const inner = data[name];
  return { ...data, [name]: rest.length === 0 ? value : withValue(isObject(inner) ? inner : {}, rest.join('.'), value) };
}

/** The value at a dotted name; null where there is none. */
export function valueAt(data: JsonObject, path: string): Json {
  let value: Json = data;
  for (const name of path.split('.')) {
    if (!isObject(value) || !Object.hasOwn(value, name)) return null;
    value = value[name] ?? null;
  }
  return value;
}

/** The case on which conditions of the open draft are tried: made up from its forms, with what the person put in its place. */
export function useSample(): { sample: JsonObject; put: (path: string, value: Json) => void } {
  const store = triedOf(useEditorStore());
  const own = useStore(store);
  const process = useEditor((state) => state.history.process);
  const sample = useMemo(() => Object.entries(own).reduce((data, [path, value]) => withValue(data, path, value), sampleData(process)), [own, process]);
  return { sample, put: (path, value) => store.setState({ [path]: value }) };
}
