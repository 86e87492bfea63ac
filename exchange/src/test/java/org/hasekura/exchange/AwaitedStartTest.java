package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a consumer that resumes and then waits for a start, as Eclipse Dataspace Components does")
class AwaitedStartTest {

    private final Pair pair = Pair.withJapan();

    @Test
    @DisplayName("is sent one, and the bytes move when it has that")
    void started() throws StoreFailed {
        String pid = paused();
        Transfer there = pair.transferOfProvider(pid);
        Pair.process(resume(there, "1"));
        assertThat(pair.transferOfProvider(pid))
                .extracting(Transfer::state, Transfer::effective)
                .containsExactly(TransferState.SUSPENDED, TransferState.STARTED);
        pair.world().settle();
        assertThat(pair.transferOfProvider(pid).state()).isEqualTo(TransferState.STARTED);
        assertThat(pair.transfer(pid).state()).isEqualTo(TransferState.STARTED);
        assertThat(pair.transfer(pid).dataAddress()).isPresent();
        WhatAlwaysHolds.check(pair.provider());
        WhatAlwaysHolds.check(pair.consumer());
    }

    @Test
    @DisplayName("is heard, and sent no second start, when it asks again")
    void again() throws StoreFailed {
        String pid = paused();
        Transfer there = pair.transferOfProvider(pid);
        Pair.process(resume(there, "1"));
        pair.world().settle();
        Transfer running = pair.transferOfProvider(pid);
        resume(there, "2");
        pair.world().settle();
        assertThat(pair.transferOfProvider(pid))
                .extracting(Transfer::state, Transfer::dataAddress, Transfer::sending)
                .containsExactly(TransferState.STARTED, running.dataAddress(), Optional.empty());
        assertThat(Evidence.states(pair.provider(), there.pid())).hasSize(2 + 2);
    }

    private String paused() throws StoreFailed {
        String pid = pair.starts(pair.agrees("direct", Pair.OPEN));
        Pair.process(
                pair.consumer().exchange().transfers().act(pid, new TransferAct.Suspend(Reason.of("test", "a pause"))));
        pair.world().settle();
        assertThat(pair.transferOfProvider(pid).state()).isEqualTo(TransferState.SUSPENDED);
        return pid;
    }

    private Answer<Transfer> resume(Transfer there, String token) throws StoreFailed {
        var message = new TransferMessage.Start(there.pids(), Optional.empty(), true);
        Inbound in = pair.provider().inbound(pair.consumer().did(), token, TransferJson.write(message));
        return pair.provider().exchange().transfers().receive(in, there.pid(), message);
    }
}
