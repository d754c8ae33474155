package org.secondperiod.outreach.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secondperiod.outreach.architecture.facts.BreaksEveryRule;
import org.secondperiod.outreach.whereabouts.Assess;

class OutreachArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.secondperiod.outreach");

    private static final JavaClasses CULPRIT = new ClassFileImporter().importClasses(BreaksEveryRule.class);

    static Stream<ArchRule> rules() {
        return Stream.of(
                noClasses()
                        .should()
                        .callMethodWhere(describe(
                                "asks what time it is",
                                call -> (call.getTargetOwner().getPackageName().equals("java.time")
                                                && call.getName().equals("now"))
                                        || call.getName().equals("currentTimeMillis")))
                        .because("time comes from the one injected Clock, which a demo and a test can set"),
                noClasses()
                        .that()
                        .resideInAnyPackage(
                                "..facts",
                                "..doors",
                                "..schooldays",
                                "..whereabouts",
                                "..tasks",
                                "..roster",
                                "..live",
                                "..grants",
                                "..legalholds",
                                "..erasures",
                                "..disclosures",
                                "..standing",
                                "..priority",
                                "..dialling",
                                "..households",
                                "..scripts",
                                "..cards",
                                "..numbers",
                                "..ofage",
                                "..groupnotes",
                                "..sharing",
                                "..languages",
                                "..draw",
                                "..morning",
                                "..feeds",
                                "..mandatedreports",
                                "..attempts",
                                "..care",
                                "..promises",
                                "..followups",
                                "..escalations")
                        .and()
                        .haveSimpleNameNotEndingWith("Service")
                        .and()
                        .haveSimpleNameNotEndingWith("Sweep")
                        .and()
                        .haveSimpleNameNotEndingWith("Config")
                        .and()
                        .haveSimpleNameNotEndingWith("Problems")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "io.quarkus..",
                                "io.smallrye..",
                                "jakarta..",
                                "org.jdbi..",
                                "org.apache.kafka..",
                                "org.jboss..",
                                "com.fasterxml..",
                                "java.sql..")
                        .because("a rule is a function of facts, policy and now, and its words are everybody's"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("..kafka")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.secondperiod.events..")
                        .because("a contract goes no further than where it is read and written"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("..db")
                        .should()
                        .callMethodWhere(describe(
                                "makes a statement",
                                call -> call.getTargetOwner().isAssignableTo(Handle.class)
                                        && call.getName().matches("create\\w+|execute|select|prepareBatch")))
                        .because("SQL is read and tuned in one place of a feature"),
                classes()
                        .that()
                        .areAnnotatedWith(Path.class)
                        .should()
                        .resideInAPackage("..api")
                        .because("technology comes last in a feature's packages"));
    }

    @Test
    void theClassesWereFound() {
        assertThat(MAIN.contain(Assess.class)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRulesHold(ArchRule rule) {
        rule.check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void whoBreaksThemIsCaught(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(CULPRIT)).isInstanceOf(AssertionError.class);
    }
}
