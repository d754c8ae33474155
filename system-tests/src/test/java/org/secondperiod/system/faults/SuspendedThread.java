package org.secondperiod.system.faults;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import java.io.IOException;
import java.time.Duration;

/** One thread of a process that stands still, while all others go on: what a loop is that hangs by its own fault. A debugger holds it. */
final class SuspendedThread implements AutoCloseable {

    private final VirtualMachine vm;
    private final ThreadReference thread;

    private SuspendedThread(VirtualMachine vm, ThreadReference thread) {
        this.vm = vm;
        this.thread = thread;
    }

    /** The option of a JVM that lets a debugger in at a port of this machine. */
    static String option(int port) {
        return "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=localhost:" + port;
    }

    /** Suspends a thread by its name, while it waits for news and holds nothing that others need. */
    static SuspendedThread of(int port, String name) {
        var attach = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(connector -> connector.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        var arguments = attach.defaultArguments();
        arguments.get("hostname").setValue("localhost");
        arguments.get("port").setValue(String.valueOf(port));
        try {
            var vm = attach.attach(arguments);
            var thread = vm.allThreads().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("There is no thread " + name));
            thread.suspend();
            while (!waitsForNews(thread)) {
                thread.resume();
                Fault.lasts(Duration.ofMillis(20));
                thread.suspend();
            }
            return new SuspendedThread(vm, thread);
        } catch (IOException | IllegalConnectorArgumentsException | IncompatibleThreadStateException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean waitsForNews(ThreadReference thread) throws IncompatibleThreadStateException {
        return thread.frames().getFirst().location().declaringType().name().equals("sun.nio.ch.EPoll")
                && thread.frames().stream()
                        .noneMatch(frame -> frame.location().method().name().equals("asking"));
    }

    /** It goes on. */
    @Override
    public void close() {
        thread.resume();
        vm.dispose();
    }
}
