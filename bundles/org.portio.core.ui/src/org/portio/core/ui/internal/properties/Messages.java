// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
public final class Messages extends NLS {

    public static String ConnectionPropertiesPage_closed;
    public static String ConnectionPropertiesPage_selectOne;
    public static String ConnectionPropertiesPage_several;
    public static String OriginSection_ancestors;
    public static String OriginSection_container;
    public static String OriginSection_controlGroup;
    public static String OriginSection_directory;
    public static String OriginSection_inferred;
    public static String OriginSection_inferredFrom;
    public static String OriginSection_project;
    public static String OriginSection_server;
    public static String OriginSection_title;
    public static String OriginSection_unit;
    public static String ProcessSection_closed;
    public static String ProcessSection_hidden;
    public static String ProcessSection_kernel;
    public static String ProcessSection_kernelUse;
    public static String ProcessSection_name;
    public static String ProcessSection_noTitle;
    public static String ProcessSection_none;
    public static String ProcessSection_outside;
    public static String ProcessSection_owner;
    public static String ProcessSection_title;
    public static String ProcessSection_unknown;
    public static String PropertyTree_property;
    public static String PropertyTree_value;
    public static String SocketSection_communityId;
    public static String SocketSection_cookie;
    public static String SocketSection_oneMayWait;
    public static String SocketSection_oneWaits;
    public static String SocketSection_ownNamespace;
    public static String SocketSection_protocolOverFamily;
    public static String SocketSection_severalMayWait;
    public static String SocketSection_severalWait;
    public static String SocketSection_title;
    public static String TcpSection_bytesAcknowledged;
    public static String TcpSection_bytesReceived;
    public static String TcpSection_bytesSent;
    public static String TcpSection_congestionWindow;
    public static String TcpSection_failed;
    public static String TcpSection_measurements;
    public static String TcpSection_minimumRoundTrip;
    public static String TcpSection_oneSegment;
    public static String TcpSection_retransmissions;
    public static String TcpSection_roundTrip;
    public static String TcpSection_roundTripVariation;
    public static String TcpSection_segmentSize;
    public static String TcpSection_segments;
    public static String TcpSection_timer;
    public static String TcpSection_timerOff;
    public static String TcpSection_timerRemaining;
    public static String TcpSection_timerRetransmissions;
    public static String TcpSection_title;
    public static String ValueText_byte;
    public static String ValueText_bytes;
    public static String ValueText_hours;
    public static String ValueText_milliseconds;
    public static String ValueText_minutes;
    public static String ValueText_seconds;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
