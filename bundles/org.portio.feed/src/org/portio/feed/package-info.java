// SPDX-License-Identifier: EPL-2.0
/**
 * The event stream: what opens, closes and changes, for any number of programs that subscribe to it over ZeroMQ; who may
 * do so, and under which addresses. Nothing of the library shows through.
 */
package org.portio.feed;
