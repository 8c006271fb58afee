/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;

/** Who may depend on whom: the module table of the architecture, held by the build. */
@AnalyzeClasses(packages = "io.ballast", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleArrowsTest {
    private static final String SCHEMAS = "io.ballast.schemas..";
    private static final String GENERATED = "io.ballast.schema..";
    private static final String RISK = "io.ballast.risk..";
    private static final String MONITORING = "io.ballast.monitoring..";
    private static final String STREAMS = "io.ballast.streams..";
    private static final String PRODUCERS = "io.ballast.producers..";
    private static final String LOCAL_STACK = "io.ballast.localstack..";
    private static final String DESK = "io.ballast.desk..";
    private static final String CLI = "io.ballast.cli..";

    @ArchTest
    static final ArchRule nobodyKnowsWhoMeasures = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.ballast.benchmarks..", "org.openjdk.jmh..", "org.apache.flink..", "com.hazelcast..");

    @ArchTest
    static final ArchRule schemasKnowNoOtherModule = noClasses()
            .that()
            .resideInAnyPackage(SCHEMAS, GENERATED)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(RISK, MONITORING, STREAMS, PRODUCERS, LOCAL_STACK, DESK, CLI);

    @ArchTest
    static final ArchRule monitoringKnowsNoOtherModule = noClasses()
            .that()
            .resideInAPackage(MONITORING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SCHEMAS, GENERATED, RISK, STREAMS, PRODUCERS, LOCAL_STACK, DESK, CLI);

    @ArchTest
    static final ArchRule riskModelKnowsNoOtherModule = noClasses()
            .that()
            .resideInAPackage(RISK)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SCHEMAS, GENERATED, MONITORING, STREAMS, PRODUCERS, LOCAL_STACK, DESK, CLI);

    @ArchTest
    static final ArchRule riskModelIsPureMaths = noClasses()
            .that()
            .resideInAPackage(RISK)
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    RISK,
                    "java.lang..",
                    "java.math..",
                    "java.util..",
                    "java.time",
                    "java.nio.charset",
                    "org.apache.commons.math3..");

    @ArchTest
    static final ArchRule riskModelReadsNoClock = noClasses()
            .that()
            .resideInAPackage(RISK)
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethodWhere(describe(
                    "asks java.time for now",
                    call -> call.getName().equals("now")
                            && call.getTargetOwner().getPackageName().equals("java.time")))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule topologyKnowsNoSourceOfInputs = noClasses()
            .that()
            .resideInAPackage(STREAMS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PRODUCERS, LOCAL_STACK, DESK, CLI);

    @ArchTest
    static final ArchRule producersKnowNoTopology = noClasses()
            .that()
            .resideInAPackage(PRODUCERS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(STREAMS, LOCAL_STACK, DESK, CLI);

    @ArchTest
    static final ArchRule localStackStandsAlone = noClasses()
            .that()
            .resideInAPackage(LOCAL_STACK)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SCHEMAS, GENERATED, RISK, MONITORING, STREAMS, PRODUCERS, DESK, CLI);

    @ArchTest
    static final ArchRule deskIsAConsumerLikeAnyOther = noClasses()
            .that()
            .resideInAPackage(DESK)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(STREAMS, PRODUCERS, LOCAL_STACK, CLI);
}
