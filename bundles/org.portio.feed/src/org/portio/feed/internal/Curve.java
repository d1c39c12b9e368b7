// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.internal;

import org.zeromq.ZMQ;

/** Makes and translates keys of CURVE, ZeroMQ's encryption. */
public final class Curve {

    private Curve() {}

    public static Certificate generate() {
        ZMQ.Curve.KeyPair pair = ZMQ.Curve.generateKeyPair();
        return new Certificate(pair.publicKey, pair.secretKey);
    }

    /** Returns whether the text is that of 32 bytes. */
    public static boolean isKey(String text) {
        byte[] key = bytes(text);
        return key != null && text(key).equals(text);
    }

    static byte[] bytes(String key) {
        return ZMQ.Curve.z85Decode(key);
    }

    static String text(byte[] key) {
        return ZMQ.Curve.z85Encode(key);
    }
}
