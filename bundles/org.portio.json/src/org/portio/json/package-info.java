// SPDX-License-Identifier: EPL-2.0
/**
 * JSON for all of PortIO: values ({@code JsonValue} and its kinds), reading them from text ({@code Json}), strict reading of
 * known properties ({@code JsonFields}), documents for other programs ({@code JsonDocument}) and files that keep state
 * ({@code JsonFile}). The library that parses the text does not show through.
 */
package org.portio.json;
