/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;

/** The model is a pure function of its inputs: no library but commons-math, no I/O, no clock, no logger, no chance. */
@AnalyzeClasses(packages = "io.ballast.risk", importOptions = ImportOption.DoNotIncludeTests.class)
class RiskModelArchitectureTest {

    @ArchTest
    static final ArchRule dependsOnTheJdkAndMathsAlone = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.ballast.risk..", "java..", "org.apache.commons.math3..");

    @ArchTest
    static final ArchRule doesNoIo = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..",
                    "java.net..",
                    "java.nio",
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.util.logging..",
                    "java.sql..",
                    "java.rmi..");

    @ArchTest
    static final ArchRule readsNoClock = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now");

    @ArchTest
    static final ArchRule leavesNothingToChance = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Random.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule hasNoCycles =
            slices().matching("io.ballast.risk.(**)").should().beFreeOfCycles();
}
