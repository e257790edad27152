/** The part of bpmn-moddle that is used here; the package declares the elements of BPMN, and not its own parser. */
declare module 'bpmn-moddle' {
  export interface ModdleProperty {
    name: string;
    isReference?: boolean;
    isVirtual?: boolean;
    default?: unknown;
  }
  export interface ModdleElement {
    readonly $type: string;
    readonly $attrs: { readonly [name: string]: unknown };
    readonly $descriptor: { readonly properties?: readonly ModdleProperty[] };
    $instanceOf?(type: string): boolean;
    [property: string]: unknown;
  }
  export class BpmnModdle {
    constructor(packages?: { readonly [prefix: string]: object });
    create(type: string, properties?: { readonly [property: string]: unknown }): ModdleElement;
    fromXML(xml: string): Promise<{ rootElement: ModdleElement; warnings: { message: string }[] }>;
    toXML(element: ModdleElement, options?: { format?: boolean }): Promise<{ xml: string }>;
  }
}
