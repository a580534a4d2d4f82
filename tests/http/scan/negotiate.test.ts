import { describe, expect, it } from 'vitest'
import {
  preferredFormat,
  preferredLanguage,
  queryParameter,
} from '../../../worker/http/negotiate.ts'

describe('the format of an answer', () => {
  it.each([
    [null, 'html'],
    ['', 'html'],
    ['*/*', 'html'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'html'],
    ['application/json', 'json'],
    ['APPLICATION/JSON', 'json'],
    ['application/json, text/plain, */*', 'json'],
    ['application/problem+json', 'json'],
    ['application/json;q=0.8, text/html;q=0.9', 'html'],
    ['application/json;q=0.9, text/html;q=0.8', 'json'],
    ['application/json, text/html', 'html'],
    ['application/json;q=0', 'html'],
    ['text/plain', 'html'],
    [';;,q=,/', 'html'],
    [`application/json${' '.repeat(4_000)}`, 'json'],
  ])('for Accept %j is %s, the second time too', (accept, format) => {
    expect(preferredFormat(accept)).toBe(format)
    expect(preferredFormat(accept)).toBe(format)
  })
})

describe('the language of an answer', () => {
  it.each([
    [null, null, 'vi'],
    [null, 'vi-VN,vi;q=0.9,en;q=0.5', 'vi'],
    [null, 'en-GB', 'en'],
    [null, 'zh-Hans-CN, en;q=0.9', 'zh'],
    [null, 'fr, de;q=0.9, en;q=0.1', 'en'],
    [null, 'en;q=0, zh;q=0.1', 'zh'],
    [null, 'fr', 'vi'],
    [null, '*', 'vi'],
    ['en', 'zh', 'en'],
    ['fr', 'zh', 'zh'],
    ['EN', null, 'vi'],
  ])('for ?lang=%s and Accept-Language %s is %s', (query, header, language) => {
    expect(preferredLanguage(query, header)).toBe(language)
  })
})

describe('a query parameter of a raw URL', () => {
  it.each([
    ['/x', null],
    ['/x?lang=en', 'en'],
    ['/x?a=b&lang=zh#lang=vi', 'zh'],
    ['/x#?lang=en', 'en'],
    ['/x?lang=%zz', '%zz'],
    ['/x?lang', ''],
    ['/x?lang=a?lang=b', 'a?lang=b'],
  ])('of %s is %j', (url, value) => {
    expect(queryParameter(url, 'lang')).toBe(value)
  })
})
