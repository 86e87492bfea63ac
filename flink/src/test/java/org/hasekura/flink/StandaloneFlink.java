package org.hasekura.flink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A standalone cluster on this machine: one job manager and a task manager with one slot, driven by REST. */
final class StandaloneFlink implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String BOUNDARY = "hasekura-flink-jar";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String classPath;
    private final Path folder;
    private final int rest;
    private final int rpc;
    private final FlinkProcess jobManager;
    private final Deque<FlinkProcess> taskManagers = new ArrayDeque<>();

    private StandaloneFlink(String classPath, Path folder) throws IOException {
        this.classPath = classPath;
        this.folder = folder;
        this.rest = freePort();
        this.rpc = freePort();
        this.jobManager = FlinkProcess.start(
                classPath,
                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                jobManagerSettings(),
                folder.resolve("job-manager"));
    }

    static StandaloneFlink start(String classPath, Path folder) throws IOException {
        var cluster = new StandaloneFlink(classPath, folder);
        cluster.addTaskManager();
        cluster.until("/overview", overview -> overview.path("slots-available").asInt() == 1);
        return cluster;
    }

    void addTaskManager() throws IOException {
        taskManagers.push(FlinkProcess.start(
                classPath,
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                taskManagerSettings(),
                folder.resolve("task-manager-" + taskManagers.size())));
    }

    /** The newest one ends at once, in the middle of whatever it does. */
    void killTaskManager() {
        taskManagers.getFirst().kill();
    }

    private Map<String, String> settings() {
        return Map.of(
                "jobmanager.rpc.address", "localhost",
                "jobmanager.rpc.port", Integer.toString(rpc),
                "rest.port", Integer.toString(rest),
                "rest.bind-address", "localhost",
                "heartbeat.interval", "1 s",
                "heartbeat.timeout", "10 s",
                "web.refresh-interval", "50",
                "io.tmp.dirs", folder.toString());
    }

    private Map<String, String> jobManagerSettings() {
        Map<String, String> all = new HashMap<>(settings());
        all.put("web.upload.dir", folder.toString());
        all.put("jobmanager.memory.process.size", "1g");
        return all;
    }

    /** All of them: without Flink's shell script none is worked out. */
    private Map<String, String> taskManagerSettings() {
        Map<String, String> all = new HashMap<>(settings());
        all.put("taskmanager.host", "localhost");
        all.put("taskmanager.numberOfTaskSlots", "1");
        all.put("taskmanager.cpu.cores", "1");
        all.put("taskmanager.memory.task.heap.size", "256m");
        all.put("taskmanager.memory.framework.heap.size", "128m");
        all.put("taskmanager.memory.managed.size", "64m");
        all.put("taskmanager.memory.network.min", "64m");
        all.put("taskmanager.memory.network.max", "64m");
        all.put("taskmanager.memory.task.off-heap.size", "0");
        all.put("taskmanager.memory.framework.off-heap.size", "128m");
        all.put("taskmanager.memory.jvm-metaspace.size", "256m");
        all.put("taskmanager.memory.jvm-overhead.min", "192m");
        all.put("taskmanager.memory.jvm-overhead.max", "192m");
        return all;
    }

    /** Answers how the cluster calls the jar. */
    String upload(Path jar) throws IOException {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\""
                        + jar.getFileName() + "\"\r\nContent-Type: application/java-archive\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(Files.readAllBytes(jar));
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        JsonNode answer = sent(request("/jars/upload")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
        String file = answer.path("filename").asString();
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** Starts a job and answers its name, or throws with what the cluster says of it. */
    String run(String jar, String... args) throws IOException {
        ObjectNode body = MAPPER.createObjectNode();
        var list = body.putArray("programArgsList");
        for (String arg : args) {
            list.add(arg);
        }
        return sent(request("/jars/" + jar + "/run")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString())))
                .path("jobid")
                .asString();
    }

    /** How many subtasks of the job's step with this name are finished. */
    static int finished(JsonNode job, String step) {
        for (JsonNode vertex : job.path("vertices")) {
            if (vertex.path("name").asString().contains(step)) {
                return vertex.path("tasks").path("FINISHED").asInt();
            }
        }
        return 0;
    }

    JsonNode untilJob(String job, Predicate<JsonNode> wanted) throws IOException {
        return until("/jobs/" + job, wanted);
    }

    /** Waits until the job is over; what it says when it did not end well. */
    void awaitFinished(String job) throws IOException {
        String state = untilJob(
                        job,
                        seen -> !seen.path("end-time").asString().equals("-1")
                                && seen.path("end-time").asLong() > 0)
                .path("state")
                .asString();
        if (!state.equals("FINISHED")) {
            throw new IOException("the job is " + state + ": "
                    + sent(request("/jobs/" + job + "/exceptions").GET()));
        }
    }

    private JsonNode until(String path, Predicate<JsonNode> wanted) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String last;
            try {
                JsonNode seen = sent(request(path).GET());
                if (wanted.test(seen)) {
                    return seen;
                }
                last = seen.toString();
            } catch (IOException notYet) {
                last = notYet.toString();
            }
            if (!jobManager.isAlive() || System.nanoTime() > end) {
                throw new IOException(
                        "not within " + PATIENCE + ": " + last + "\njob manager: " + jobManager.lastWords()
                                + "\ntask manager: " + taskManagers.getFirst().lastWords());
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + rest + path));
    }

    private JsonNode sent(HttpRequest.Builder request) throws IOException {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(answer.statusCode() + ": " + answer.body());
            }
            return MAPPER.readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        taskManagers.forEach(FlinkProcess::close);
        jobManager.close();
        client.close();
    }
}
