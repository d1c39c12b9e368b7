// SPDX-License-Identifier: EPL-2.0
/** The choice of the network namespaces whose connections are shown. */
package org.portio.core.ui.internal.namespace;
