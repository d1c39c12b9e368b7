// SPDX-License-Identifier: EPL-2.0
/**
 * Ports for tests with JUnit: numbers that nobody else takes, handed over to what the test starts, and tests that fail if they
 * leave something listening.
 */
package org.portio.junit;
