// SPDX-License-Identifier: EPL-2.0
/** Features of repositories, and what it takes to install them. */
package org.portio.extension.repository;
