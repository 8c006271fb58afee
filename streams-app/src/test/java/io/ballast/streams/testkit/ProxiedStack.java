/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.localstack.LocalStack;
import io.ballast.localstack.LocalStackOptions;
import io.ballast.localstack.network.FaultyProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/**
 * A broker and a registry, and a second way to the broker that leads through a proxy: who comes by it is told to go on by it. The
 * broker misses an instance after three seconds.
 */
public final class ProxiedStack implements AutoCloseable {

    private final FaultyProxy proxy;
    private final LocalStack stack;

    private ProxiedStack(FaultyProxy proxy, LocalStack stack) {
        this.proxy = proxy;
        this.stack = stack;
    }

    public static ProxiedStack start() {
        Ports ports = Ports.free();
        FaultyProxy proxy = new FaultyProxy(ports.behindProxy);
        try {
            LocalStackOptions options = LocalStackOptions.defaults()
                    .withPorts(ports.direct, 0)
                    .withBrokerSettings(settings(ports, proxy.port()));
            return new ProxiedStack(proxy, LocalStack.start(options));
        } catch (RuntimeException e) {
            proxy.close();
            throw e;
        }
    }

    /** Free ones of a broker, which has to know them before it starts. */
    private record Ports(int direct, int behindProxy, int controller) {

        static Ports free() {
            try (ServerSocket direct = any();
                    ServerSocket behindProxy = any();
                    ServerSocket controller = any()) {
                return new Ports(direct.getLocalPort(), behindProxy.getLocalPort(), controller.getLocalPort());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static ServerSocket any() throws IOException {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        }
    }

    private static Map<String, String> settings(Ports ports, int proxy) {
        Map<String, String> settings = new HashMap<>(SharedStack.IMPATIENT);
        String own = "PLAINTEXT://127.0.0.1:" + ports.direct;
        settings.put(
                "listeners",
                own + ",PROXIED://127.0.0.1:" + ports.behindProxy + ",CONTROLLER://127.0.0.1:" + ports.controller);
        settings.put("advertised.listeners", own + ",PROXIED://127.0.0.1:" + proxy);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + ports.controller);
        return settings;
    }

    /** With the direct way to the broker. */
    public LocalStack get() {
        return stack;
    }

    /** The other way to the broker, for {@code bootstrap.servers}. */
    public String proxiedServers() {
        return "127.0.0.1:" + proxy.port();
    }

    public FaultyProxy proxy() {
        return proxy;
    }

    @Override
    public void close() {
        stack.close();
        proxy.close();
    }
}
