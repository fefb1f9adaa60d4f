/**
 * The types of the functions of the SDK. Each can be called, called without throwing (`safe`), and asked for its request
 * without sending it (`request`). The kinds differ in what `$select` and `$expand` do to the result, and in whether the
 * arguments may be left out.
 *
 * Where `select` and `expand` matter, the last signature stands twice, which changes nothing for a call: of more than three
 * TypeScript 5 reports the last one alone, at the argument that is wrong, instead of all of them at the name of the
 * function.
 */
import type { Result } from "./api-error.ts";
import type { Client } from "./client.ts";
import type { Delta, Identity } from "./delta.ts";
import type { KeyOf, OperationSpec } from "./operation-spec.ts";
import type { Page, Pages } from "./pages.ts";
import type { ApiRequest, ListOptions, RequestOptions } from "./request.ts";
import type {
  ExpandOptions,
  NoRelationships,
  PropertyOf,
  Selection,
  Unselected,
  WithExpanded,
  WithNames,
  WithSelection,
} from "./selection.ts";

/** What all kinds of functions have. */
export interface Described<Args> {
  /** The operation as data: name, method, path templates, least privileged permissions. */
  readonly spec: OperationSpec<KeyOf<Args>>;
}

/** A function that gives one value. */
export interface ApiFunction<Args, Value, Code extends string = string> extends Described<Args> {
  (client: Client, args: Args, options?: RequestOptions): Promise<Value>;
  /** The same without throwing: the value, or the error. */
  safe(client: Client, args: Args, options?: RequestOptions): Promise<Result<Value, Code>>;
  /** The request, not sent. */
  request(args: Args): ApiRequest<Value>;
}

/** An {@link ApiFunction} whose arguments may be left out. */
export interface OptionalApiFunction<Args, Value, Code extends string = string> extends Described<Args> {
  (client: Client, args?: Args, options?: RequestOptions): Promise<Value>;
  safe(client: Client, args?: Args, options?: RequestOptions): Promise<Result<Value, Code>>;
  request(args?: Args): ApiRequest<Value>;
}

/** A function that gives a list. */
export interface ListFunction<Args, Item, Code extends string = string> extends Described<Args> {
  (client: Client, args: Args, options?: ListOptions): Pages<Item>;
  /** The first page, or the error. */
  safe(client: Client, args: Args, options?: ListOptions): Promise<Result<Page<Item>, Code>>;
  request(args: Args): ApiRequest<Page<Item>>;
}

/** A {@link ListFunction} whose arguments may be left out. */
export interface OptionalListFunction<Args, Item, Code extends string = string> extends Described<Args> {
  (client: Client, args?: Args, options?: ListOptions): Pages<Item>;
  safe(client: Client, args?: Args, options?: ListOptions): Promise<Result<Page<Item>, Code>>;
  request(args?: Args): ApiRequest<Page<Item>>;
}

/** A function that gives one object, of which `select` and `expand` choose the members.
 *
 * @template Default what comes without `select`
 * @template Any a union of the type and those that derive from it
 */
export interface SelectFunction<
  Args,
  T,
  Relationships = NoRelationships,
  Default = T,
  Any = T,
  Code extends string = string,
> extends Described<Args> {
  (client: Client, args: Args & Unselected, options?: RequestOptions): Promise<Default>;
  <Name extends string, const Expand extends ExpandOptions<Relationships> = NoRelationships>(
    client: Client,
    args: WithNames<Args, Name> & WithSelection<unknown, Relationships, readonly Name[], Expand>,
    options?: RequestOptions,
  ): Promise<WithExpanded<Partial<T>, Relationships, Expand>>;
  <
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: RequestOptions,
  ): Promise<Selection<T, Relationships, Default, Any, Select, Expand>>;
  <
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: RequestOptions,
  ): Promise<Selection<T, Relationships, Default, Any, Select, Expand>>;
  safe(client: Client, args: Args & Unselected, options?: RequestOptions): Promise<Result<Default, Code>>;
  safe<Name extends string, const Expand extends ExpandOptions<Relationships> = NoRelationships>(
    client: Client,
    args: WithNames<Args, Name> & WithSelection<unknown, Relationships, readonly Name[], Expand>,
    options?: RequestOptions,
  ): Promise<Result<WithExpanded<Partial<T>, Relationships, Expand>, Code>>;
  safe<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: RequestOptions,
  ): Promise<Result<Selection<T, Relationships, Default, Any, Select, Expand>, Code>>;
  safe<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: RequestOptions,
  ): Promise<Result<Selection<T, Relationships, Default, Any, Select, Expand>, Code>>;
  request(args: Args & Unselected): ApiRequest<Default>;
  request<Name extends string, const Expand extends ExpandOptions<Relationships> = NoRelationships>(
    args: WithNames<Args, Name> & WithSelection<unknown, Relationships, readonly Name[], Expand>,
  ): ApiRequest<WithExpanded<Partial<T>, Relationships, Expand>>;
  request<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    args: WithSelection<Args, Relationships, Select, Expand>,
  ): ApiRequest<Selection<T, Relationships, Default, Any, Select, Expand>>;
  request<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    args: WithSelection<Args, Relationships, Select, Expand>,
  ): ApiRequest<Selection<T, Relationships, Default, Any, Select, Expand>>;
}

/** A {@link SelectFunction} whose arguments may be left out. */
export interface OptionalSelectFunction<
  Args,
  T,
  Relationships = NoRelationships,
  Default = T,
  Any = T,
  Code extends string = string,
> extends Described<Args> {
  (client: Client, args?: Args & Unselected, options?: RequestOptions): Promise<Default>;
  <Name extends string, const Expand extends ExpandOptions<Relationships> = NoRelationships>(
    client: Client,
    args: WithNames<Args, Name> & WithSelection<unknown, Relationships, readonly Name[], Expand>,
    options?: RequestOptions,
  ): Promise<WithExpanded<Partial<T>, Relationships, Expand>>;
  <
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: RequestOptions,
  ): Promise<Selection<T, Relationships, Default, Any, Select, Expand>>;
  <
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: RequestOptions,
  ): Promise<Selection<T, Relationships, Default, Any, Select, Expand>>;
  safe(client: Client, args?: Args & Unselected, options?: RequestOptions): Promise<Result<Default, Code>>;
  safe<Name extends string, const Expand extends ExpandOptions<Relationships> = NoRelationships>(
    client: Client,
    args: WithNames<Args, Name> & WithSelection<unknown, Relationships, readonly Name[], Expand>,
    options?: RequestOptions,
  ): Promise<Result<WithExpanded<Partial<T>, Relationships, Expand>, Code>>;
  safe<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: RequestOptions,
  ): Promise<Result<Selection<T, Relationships, Default, Any, Select, Expand>, Code>>;
  safe<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: RequestOptions,
  ): Promise<Result<Selection<T, Relationships, Default, Any, Select, Expand>, Code>>;
  request(args?: Args & Unselected): ApiRequest<Default>;
  request<Name extends string, const Expand extends ExpandOptions<Relationships> = NoRelationships>(
    args: WithNames<Args, Name> & WithSelection<unknown, Relationships, readonly Name[], Expand>,
  ): ApiRequest<WithExpanded<Partial<T>, Relationships, Expand>>;
  request<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    args: WithSelection<Args, Relationships, Select, Expand>,
  ): ApiRequest<Selection<T, Relationships, Default, Any, Select, Expand>>;
  request<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    args: WithSelection<Args, Relationships, Select, Expand>,
  ): ApiRequest<Selection<T, Relationships, Default, Any, Select, Expand>>;
}

/** A function that gives a list of objects, of which `select` and `expand` choose the members.
 *
 * @template Default what comes without `select`
 * @template Any a union of the type and those that derive from it
 */
export interface SelectListFunction<
  Args,
  T,
  Relationships = NoRelationships,
  Default = T,
  Any = T,
  Code extends string = string,
> extends Described<Args> {
  (client: Client, args: Args & Unselected, options?: ListOptions): Pages<Default>;
  <Name extends string, const Expand extends ExpandOptions<Relationships> = NoRelationships>(
    client: Client,
    args: WithNames<Args, Name> & WithSelection<unknown, Relationships, readonly Name[], Expand>,
    options?: ListOptions,
  ): Pages<WithExpanded<Partial<T>, Relationships, Expand>>;
  <
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: ListOptions,
  ): Pages<Selection<T, Relationships, Default, Any, Select, Expand>>;
  <
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: ListOptions,
  ): Pages<Selection<T, Relationships, Default, Any, Select, Expand>>;
  safe(client: Client, args: Args & Unselected, options?: ListOptions): Promise<Result<Page<Default>, Code>>;
  safe<Name extends string, const Expand extends ExpandOptions<Relationships> = NoRelationships>(
    client: Client,
    args: WithNames<Args, Name> & WithSelection<unknown, Relationships, readonly Name[], Expand>,
    options?: ListOptions,
  ): Promise<Result<Page<WithExpanded<Partial<T>, Relationships, Expand>>, Code>>;
  safe<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: ListOptions,
  ): Promise<Result<Page<Selection<T, Relationships, Default, Any, Select, Expand>>, Code>>;
  safe<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: ListOptions,
  ): Promise<Result<Page<Selection<T, Relationships, Default, Any, Select, Expand>>, Code>>;
  request(args: Args & Unselected): ApiRequest<Page<Default>>;
  request<Name extends string, const Expand extends ExpandOptions<Relationships> = NoRelationships>(
    args: WithNames<Args, Name> & WithSelection<unknown, Relationships, readonly Name[], Expand>,
  ): ApiRequest<Page<WithExpanded<Partial<T>, Relationships, Expand>>>;
  request<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    args: WithSelection<Args, Relationships, Select, Expand>,
  ): ApiRequest<Page<Selection<T, Relationships, Default, Any, Select, Expand>>>;
  request<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    args: WithSelection<Args, Relationships, Select, Expand>,
  ): ApiRequest<Page<Selection<T, Relationships, Default, Any, Select, Expand>>>;
}

/** A {@link SelectListFunction} whose arguments may be left out. */
export interface OptionalSelectListFunction<
  Args,
  T,
  Relationships = NoRelationships,
  Default = T,
  Any = T,
  Code extends string = string,
> extends Described<Args> {
  (client: Client, args?: Args & Unselected, options?: ListOptions): Pages<Default>;
  <Name extends string, const Expand extends ExpandOptions<Relationships> = NoRelationships>(
    client: Client,
    args: WithNames<Args, Name> & WithSelection<unknown, Relationships, readonly Name[], Expand>,
    options?: ListOptions,
  ): Pages<WithExpanded<Partial<T>, Relationships, Expand>>;
  <
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: ListOptions,
  ): Pages<Selection<T, Relationships, Default, Any, Select, Expand>>;
  <
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: ListOptions,
  ): Pages<Selection<T, Relationships, Default, Any, Select, Expand>>;
  safe(client: Client, args?: Args & Unselected, options?: ListOptions): Promise<Result<Page<Default>, Code>>;
  safe<Name extends string, const Expand extends ExpandOptions<Relationships> = NoRelationships>(
    client: Client,
    args: WithNames<Args, Name> & WithSelection<unknown, Relationships, readonly Name[], Expand>,
    options?: ListOptions,
  ): Promise<Result<Page<WithExpanded<Partial<T>, Relationships, Expand>>, Code>>;
  safe<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: ListOptions,
  ): Promise<Result<Page<Selection<T, Relationships, Default, Any, Select, Expand>>, Code>>;
  safe<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: ListOptions,
  ): Promise<Result<Page<Selection<T, Relationships, Default, Any, Select, Expand>>, Code>>;
  request(args?: Args & Unselected): ApiRequest<Page<Default>>;
  request<Name extends string, const Expand extends ExpandOptions<Relationships> = NoRelationships>(
    args: WithNames<Args, Name> & WithSelection<unknown, Relationships, readonly Name[], Expand>,
  ): ApiRequest<Page<WithExpanded<Partial<T>, Relationships, Expand>>>;
  request<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    args: WithSelection<Args, Relationships, Select, Expand>,
  ): ApiRequest<Page<Selection<T, Relationships, Default, Any, Select, Expand>>>;
  request<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    args: WithSelection<Args, Relationships, Select, Expand>,
  ): ApiRequest<Page<Selection<T, Relationships, Default, Any, Select, Expand>>>;
}

/** A function that gives what has changed since an earlier call; `select` and `expand` choose the members of changes. */
export interface DeltaFunction<
  Args,
  T,
  Relationships = NoRelationships,
  Default = T,
  Any = T,
  Code extends string = string,
> extends Described<Args> {
  (client: Client, args: Args & Unselected, options?: RequestOptions): Promise<Delta<Default, Identity<T>>>;
  <Name extends string, const Expand extends ExpandOptions<Relationships> = NoRelationships>(
    client: Client,
    args: WithNames<Args, Name> & WithSelection<unknown, Relationships, readonly Name[], Expand>,
    options?: RequestOptions,
  ): Promise<Delta<WithExpanded<Partial<T>, Relationships, Expand>, Identity<T>>>;
  <
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: RequestOptions,
  ): Promise<Delta<Selection<T, Relationships, Default, Any, Select, Expand>, Identity<T>>>;
  <
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: RequestOptions,
  ): Promise<Delta<Selection<T, Relationships, Default, Any, Select, Expand>, Identity<T>>>;
  safe(
    client: Client,
    args: Args & Unselected,
    options?: RequestOptions,
  ): Promise<Result<Delta<Default, Identity<T>>, Code>>;
  safe<Name extends string, const Expand extends ExpandOptions<Relationships> = NoRelationships>(
    client: Client,
    args: WithNames<Args, Name> & WithSelection<unknown, Relationships, readonly Name[], Expand>,
    options?: RequestOptions,
  ): Promise<Result<Delta<WithExpanded<Partial<T>, Relationships, Expand>, Identity<T>>, Code>>;
  safe<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: RequestOptions,
  ): Promise<Result<Delta<Selection<T, Relationships, Default, Any, Select, Expand>, Identity<T>>, Code>>;
  safe<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: RequestOptions,
  ): Promise<Result<Delta<Selection<T, Relationships, Default, Any, Select, Expand>, Identity<T>>, Code>>;
  request(args: Args & Unselected): ApiRequest<Delta<Default, Identity<T>>>;
  request<Name extends string, const Expand extends ExpandOptions<Relationships> = NoRelationships>(
    args: WithNames<Args, Name> & WithSelection<unknown, Relationships, readonly Name[], Expand>,
  ): ApiRequest<Delta<WithExpanded<Partial<T>, Relationships, Expand>, Identity<T>>>;
  request<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    args: WithSelection<Args, Relationships, Select, Expand>,
  ): ApiRequest<Delta<Selection<T, Relationships, Default, Any, Select, Expand>, Identity<T>>>;
  request<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    args: WithSelection<Args, Relationships, Select, Expand>,
  ): ApiRequest<Delta<Selection<T, Relationships, Default, Any, Select, Expand>, Identity<T>>>;
}

/** A {@link DeltaFunction} whose arguments may be left out. */
export interface OptionalDeltaFunction<
  Args,
  T,
  Relationships = NoRelationships,
  Default = T,
  Any = T,
  Code extends string = string,
> extends Described<Args> {
  (client: Client, args?: Args & Unselected, options?: RequestOptions): Promise<Delta<Default, Identity<T>>>;
  <Name extends string, const Expand extends ExpandOptions<Relationships> = NoRelationships>(
    client: Client,
    args: WithNames<Args, Name> & WithSelection<unknown, Relationships, readonly Name[], Expand>,
    options?: RequestOptions,
  ): Promise<Delta<WithExpanded<Partial<T>, Relationships, Expand>, Identity<T>>>;
  <
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: RequestOptions,
  ): Promise<Delta<Selection<T, Relationships, Default, Any, Select, Expand>, Identity<T>>>;
  <
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: RequestOptions,
  ): Promise<Delta<Selection<T, Relationships, Default, Any, Select, Expand>, Identity<T>>>;
  safe(
    client: Client,
    args?: Args & Unselected,
    options?: RequestOptions,
  ): Promise<Result<Delta<Default, Identity<T>>, Code>>;
  safe<Name extends string, const Expand extends ExpandOptions<Relationships> = NoRelationships>(
    client: Client,
    args: WithNames<Args, Name> & WithSelection<unknown, Relationships, readonly Name[], Expand>,
    options?: RequestOptions,
  ): Promise<Result<Delta<WithExpanded<Partial<T>, Relationships, Expand>, Identity<T>>, Code>>;
  safe<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: RequestOptions,
  ): Promise<Result<Delta<Selection<T, Relationships, Default, Any, Select, Expand>, Identity<T>>, Code>>;
  safe<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    client: Client,
    args: WithSelection<Args, Relationships, Select, Expand>,
    options?: RequestOptions,
  ): Promise<Result<Delta<Selection<T, Relationships, Default, Any, Select, Expand>, Identity<T>>, Code>>;
  request(args?: Args & Unselected): ApiRequest<Delta<Default, Identity<T>>>;
  request<Name extends string, const Expand extends ExpandOptions<Relationships> = NoRelationships>(
    args: WithNames<Args, Name> & WithSelection<unknown, Relationships, readonly Name[], Expand>,
  ): ApiRequest<Delta<WithExpanded<Partial<T>, Relationships, Expand>, Identity<T>>>;
  request<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    args: WithSelection<Args, Relationships, Select, Expand>,
  ): ApiRequest<Delta<Selection<T, Relationships, Default, Any, Select, Expand>, Identity<T>>>;
  request<
    const Select extends readonly PropertyOf<Any, Relationships>[] | undefined = undefined,
    const Expand extends ExpandOptions<Relationships> = NoRelationships,
  >(
    args: WithSelection<Args, Relationships, Select, Expand>,
  ): ApiRequest<Delta<Selection<T, Relationships, Default, Any, Select, Expand>, Identity<T>>>;
}
