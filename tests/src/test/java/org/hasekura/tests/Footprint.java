package org.hasekura.tests;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.MethodEntryEvent;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.MethodEntryRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/**
 * Which source files of ours another JVM executes: every method it enters is reported by its debugger interface, so
 * nothing is estimated.
 */
final class Footprint implements AutoCloseable {

    private static final Duration QUIET = Duration.ofSeconds(1);

    private final VirtualMachine machine;
    private final MethodEntryRequest entries;

    private volatile long lastReport = System.nanoTime();

    // Guarded by this: by the thread that executed them.
    private final Map<Long, SortedSet<String>> files = new TreeMap<>();

    private Footprint(VirtualMachine machine) {
        this.machine = machine;
        this.entries = machine.eventRequestManager().createMethodEntryRequest();
        entries.addClassFilter("org.hasekura.*");
        entries.setSuspendPolicy(EventRequest.SUSPEND_NONE);
    }

    /** Of the JVM that waits at this port of this machine. */
    static Footprint of(int port) throws IOException {
        AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(each -> each.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        Objects.requireNonNull(arguments.get("hostname")).setValue("127.0.0.1");
        Objects.requireNonNull(arguments.get("port")).setValue(Integer.toString(port));
        try {
            var footprint = new Footprint(connector.attach(arguments));
            Thread.ofPlatform().daemon().start(footprint::listen);
            return footprint;
        } catch (IllegalConnectorArgumentsException e) {
            throw new IOException("cannot attach to port " + port, e);
        }
    }

    /** Forgets what was seen and looks from now on. */
    void begin() {
        synchronized (this) {
            files.clear();
        }
        lastReport = System.nanoTime();
        entries.enable();
    }

    /** What was executed since by the threads that have executed one of these files. */
    SortedSet<String> endOfThoseIn(Set<String> marks) {
        awaitQuiet();
        entries.disable();
        synchronized (this) {
            var found = new TreeSet<String>();
            files.values().stream()
                    .filter(each -> each.stream().anyMatch(marks::contains))
                    .forEach(found::addAll);
            return found;
        }
    }

    /** Reports come after what they report; the last one has come when there was none for a while. */
    private void awaitQuiet() {
        while (System.nanoTime() - lastReport < QUIET.toNanos()) {
            LockSupport.parkNanos(QUIET.toNanos() / 10);
        }
    }

    private void listen() {
        try {
            while (true) {
                EventSet events = machine.eventQueue().remove();
                lastReport = System.nanoTime();
                for (Event event : events) {
                    // A class made at run time (a lambda, a switch) has no source file; its body is in the class around
                    // it.
                    if (event instanceof MethodEntryEvent entry
                            && !entry.method().declaringType().name().contains("$$")) {
                        note(entry.thread().uniqueID(), file(entry.method().declaringType()));
                    }
                }
                events.resume();
            }
        } catch (VMDisconnectedException e) {
            // The other JVM has ended, and with it what there is to see.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(long thread, String file) {
        files.computeIfAbsent(thread, _ -> new TreeSet<>()).add(file);
    }

    private static String file(ReferenceType type) {
        try {
            String name = type.name();
            String room = name.substring("org.hasekura.".length(), name.lastIndexOf('.'));
            return room + "/" + type.sourceName();
        } catch (AbsentInformationException e) {
            throw new IllegalStateException("compiled without the names of its source files: " + type, e);
        }
    }

    @Override
    public void close() {
        machine.dispose();
    }
}
