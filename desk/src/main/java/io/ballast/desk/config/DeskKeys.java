/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;

/** The desk's own keys; they may stand in one file with the others. */
public final class DeskKeys {
    public static final String HOST = "ballast.desk.host";
    public static final String PORT = "ballast.desk.port";
    public static final String PUBLISHED_ON_LOOPBACK = "ballast.desk.published.on.loopback";
    public static final String TOKENS_FILE = "ballast.desk.tokens.file";
    public static final String OIDC_ISSUER = "ballast.desk.oidc.issuer";
    public static final String OIDC_CLIENT_ID = "ballast.desk.oidc.client.id";
    public static final String OIDC_CLIENT_SECRET = "ballast.desk.oidc.client.secret";
    public static final String OIDC_DESK_URL = "ballast.desk.oidc.desk.url";
    public static final String OIDC_PORTFOLIOS_CLAIM = "ballast.desk.oidc.portfolios.claim";
    public static final String OIDC_ACT_CLAIM = "ballast.desk.oidc.act.claim";
    public static final String RECEIVERS_FILE = "ballast.desk.receivers.file";
    public static final String HISTORY_POINTS = "ballast.desk.history.points";
    public static final String STREAMS = "ballast.desk.streams";

    public static final String TRANSACTION_LINKS = "ballast.desk.transaction.links";

    private static final int LAST_PORT = 65_535;

    private DeskKeys() {}

    /** A new definition of all of them. */
    public static ConfigDef definition() {
        return defineOidc(new ConfigDef())
                .define(
                        HOST,
                        Type.STRING,
                        "127.0.0.1",
                        new NonEmptyString(),
                        HIGH,
                        "Address to listen on. Any but a loopback address needs a sign-in: a tokens file or an identity provider.")
                .define(
                        PUBLISHED_ON_LOOPBACK,
                        Type.BOOLEAN,
                        false,
                        MEDIUM,
                        "true: whatever reaches this listener comes from the loopback address of this machine alone, as into a container whose port is published on 127.0.0.1. Then no sign-in is needed on any address. The desk cannot check it, see SECURITY.md.")
                .define(
                        PORT,
                        Type.INT,
                        8680,
                        Range.between(0, LAST_PORT),
                        HIGH,
                        "Port to listen on; 0: any that is free.")
                .define(
                        TOKENS_FILE,
                        Type.STRING,
                        "",
                        HIGH,
                        "JSON file that says who may see and do what, see docs/desk.md. Empty: on a loopback address everybody sees and may do everything.")
                .define(
                        RECEIVERS_FILE,
                        Type.STRING,
                        "",
                        HIGH,
                        "YAML file that says who is told of alerts, see docs/operations/alert-delivery.md. Empty: nobody.")
                .define(
                        HISTORY_POINTS,
                        Type.LONG,
                        2_000_000L,
                        Range.atLeast(1000),
                        MEDIUM,
                        "Points of history kept in memory for positions, and as many for portfolios; some 40 bytes each. Each key has its share of them, and two at least.")
                .define(
                        STREAMS,
                        Type.INT,
                        500,
                        Range.atLeast(1),
                        LOW,
                        "Streams of events that are open at once; further ones are refused with status 503.")
                .define(
                        TRANSACTION_LINKS,
                        Type.LIST,
                        "",
                        LOW,
                        "Where transactions of a chain can be looked up, such as 1=https://etherscan.io/tx/{hash}; with commas. Empty: hashes are no links.");
    }

    private static ConfigDef defineOidc(ConfigDef definition) {
        return definition
                .define(
                        OIDC_ISSUER,
                        Type.STRING,
                        "",
                        MEDIUM,
                        "Address of the identity provider (OpenID Connect) that people sign in with, as its tokens name it. Empty: none.")
                .define(OIDC_CLIENT_ID, Type.STRING, "", MEDIUM, "The desk's name at the identity provider.")
                .define(
                        OIDC_CLIENT_SECRET,
                        Type.PASSWORD,
                        "",
                        MEDIUM,
                        "The desk's secret there. Empty: it is a public client.")
                .define(
                        OIDC_DESK_URL,
                        Type.STRING,
                        "",
                        MEDIUM,
                        "Address at which browsers find the desk; the provider has to know it with /auth/callback after it.")
                .define(
                        OIDC_PORTFOLIOS_CLAIM,
                        Type.STRING,
                        "ballast_portfolios",
                        LOW,
                        "Claim of its tokens with the portfolios that somebody sees: a list, or one text with spaces; * is all.")
                .define(
                        OIDC_ACT_CLAIM,
                        Type.STRING,
                        "ballast_may_act",
                        LOW,
                        "Claim of its tokens that is true for those who may acknowledge, snooze and silence.");
    }
}
