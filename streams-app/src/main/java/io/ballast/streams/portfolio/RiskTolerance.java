/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.band.Tolerances;
import io.ballast.schema.AssetExposure;
import io.ballast.schema.ClaimState;
import io.ballast.schema.FlaggedValue;
import io.ballast.schema.HedgeLegState;
import io.ballast.schema.LimitState;
import io.ballast.schema.PortfolioFlag;
import io.ballast.schema.PortfolioRisk;
import io.ballast.schema.PortfolioWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Whether what was published last is still near enough to the truth. Tolerances are those of positions. */
final class RiskTolerance {

    private final Tolerances tolerances;

    RiskTolerance(Tolerances tolerances) {
        this.tolerances = tolerances;
    }

    /** Whether nothing is to be published, heartbeats apart. */
    boolean covers(PortfolioRisk last, PortfolioRisk now) {
        double worth = size(now.getValue()) + size(now.getFees());
        return isSameInKind(last, now)
                && isNear(last.getValue(), now.getValue(), tolerances.value() * size(now.getValue()))
                && isNear(last.getHodlValue(), now.getHodlValue(), tolerances.value() * size(now.getHodlValue()))
                && isNear(last.getIl(), now.getIl(), tolerances.il() * size(now.getHodlValue()))
                && isNear(last.getFees(), now.getFees(), tolerances.fees() * worth)
                && isNear(
                        last.getUnfinalisedValue(),
                        now.getUnfinalisedValue(),
                        tolerances.value() * size(now.getValue()))
                && isQualityNear(last.getQuality(), now.getQuality(), tolerances.value() * size(now.getValue()))
                && areWindowsNear(last.getWindows(), now.getWindows(), tolerances.il() * size(now.getHodlValue()))
                && isNear(last.getValueOurs(), now.getValueOurs(), tolerances.value() * size(now.getValue()))
                && areClaimsNear(last.getClaim(), now.getClaim())
                && areHedgesNear(last, now)
                && areAssetsNear(last.getAssets(), now.getAssets());
    }

    /** Whether the last one is older than a heartbeat; 0: there is none. */
    static boolean isDue(PortfolioRisk last, PortfolioRisk now, long heartbeatMs) {
        return heartbeatMs > 0
                && Duration.between(last.getEventTime(), now.getEventTime()).toMillis() >= heartbeatMs;
    }

    private static boolean isSameInKind(PortfolioRisk last, PortfolioRisk now) {
        return last.getPositions() == now.getPositions()
                && last.getParts() == now.getParts()
                && last.getNumeraire().equals(now.getNumeraire())
                && last.getUnpriced().equals(now.getUnpriced())
                && flags(last).equals(flags(now))
                && last.getPartFlags().equals(now.getPartFlags())
                && last.getWaitingEvents() == now.getWaitingEvents()
                && last.getMargins().size() == now.getMargins().size()
                && last.getSimulated() == now.getSimulated()
                && limits(last).equals(limits(now))
                && contracts(last).equals(contracts(now));
    }

    /** Realised results, funding and fees change by events: every one of them counts. */
    private boolean areHedgesNear(PortfolioRisk last, PortfolioRisk now) {
        double scale = Math.max(size(now.getValue()), size(now.getHedgeEquity()));
        double room = tolerances.value() * scale;
        return isNear(last.getHedgeUnrealised(), now.getHedgeUnrealised(), room)
                && isNear(last.getHedgeRealised(), now.getHedgeRealised(), room)
                && isNear(last.getHedgeFunding(), now.getHedgeFunding(), room)
                && isNear(last.getHedgeCosts(), now.getHedgeCosts(), room)
                && isNear(last.getHedgeEquity(), now.getHedgeEquity(), room)
                && isNear(last.getFundingPerDay(), now.getFundingPerDay(), room)
                && depths(last).equals(depths(now));
    }

    private static boolean areWindowsNear(List<PortfolioWindow> last, List<PortfolioWindow> now, double room) {
        if (last.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            PortfolioWindow before = last.get(i);
            PortfolioWindow after = now.get(i);
            boolean isSame = before.getWindowSeconds() == after.getWindowSeconds()
                    && before.getComplete() == after.getComplete();
            if (!isSame
                    || !isNear(before.getIl(), after.getIl(), room)
                    || !isNear(before.getLvr(), after.getLvr(), room)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isQualityNear(List<FlaggedValue> last, List<FlaggedValue> now, double room) {
        if (last.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            boolean isSame = last.get(i).getFlag().equals(now.get(i).getFlag());
            if (!isSame || !isNear(last.get(i).getValue(), now.get(i).getValue(), room)) {
                return false;
            }
        }
        return true;
    }

    private static List<Double> depths(PortfolioRisk risk) {
        List<Double> depths = new ArrayList<>();
        risk.getFeedback().forEach(of -> depths.add(of.getDepth()));
        return depths;
    }

    private boolean areClaimsNear(ClaimState last, ClaimState now) {
        if (last == null || now == null) {
            return last == now;
        }
        double room = tolerances.value() * (size(now.getOurs()) + size(now.getAhead()));
        return last.getKind() == now.getKind()
                && last.getSeniority() == now.getSeniority()
                && Objects.equals(last.getFraction(), now.getFraction())
                && Objects.equals(last.getLiquidationThreshold(), now.getLiquidationThreshold())
                && isNear(last.getAhead(), now.getAhead(), room)
                && isNear(last.getOurs(), now.getOurs(), room);
    }

    private boolean areAssetsNear(List<AssetExposure> last, List<AssetExposure> now) {
        if (last.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!isNear(last.get(i), now.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isNear(AssetExposure last, AssetExposure now) {
        double room = tolerances.delta() * Math.max(last.getGross(), now.getGross());
        return last.getAsset().equals(now.getAsset())
                && isNear(last.getNet(), now.getNet(), room)
                && isNear(last.getPools(), now.getPools(), room)
                && isNear(last.getHedges(), now.getHedges(), room)
                && isNear(last.getPrice(), now.getPrice(), tolerances.value() * size(now.getPrice()));
    }

    /** Those that do not come from results by day, which are worked out for publication only. */
    private static List<PortfolioFlag> flags(PortfolioRisk risk) {
        return risk.getFlags().stream()
                .filter(flag -> flag != PortfolioFlag.ATTRIBUTION_INCOMPLETE)
                .toList();
    }

    private static List<List<Object>> limits(PortfolioRisk risk) {
        return risk.getLimits().stream().map(RiskTolerance::terms).toList();
    }

    private static List<Object> terms(LimitState limit) {
        return List.of(limit.getFigure(), String.valueOf(limit.getAsset()), limit.getMaximum(), limit.getBreached());
    }

    private static List<String> contracts(PortfolioRisk risk) {
        return risk.getLegs().stream().map(RiskTolerance::terms).toList();
    }

    private static String terms(HedgeLegState leg) {
        return leg.getPortfolio() + ' ' + leg.getInstrumentId() + ' ' + leg.getContracts() + ' ' + leg.getExpired();
    }

    private static boolean isNear(Double last, Double now, double room) {
        if (last == null || now == null) {
            return Objects.equals(last, now);
        }
        return Math.abs(last - now) <= room;
    }

    private static double size(Double figure) {
        return figure == null ? 0 : Math.abs(figure);
    }
}
