package org.hasekura.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hasekura.store.Samples.commit;
import static org.hasekura.store.Samples.entry;

import java.util.ArrayList;
import java.util.List;
import org.hasekura.exchange.Change;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.testing.CommitPoints;
import org.hasekura.exchange.testing.FakeStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Points around the commits of a store")
class CommitPointsTest {

    private final FakeStore disk = new FakeStore();

    private static Commit step(String pid) {
        return commit(List.of(new Change.OfNegotiation(Samples.negotiation(pid))), List.of(entry(pid)));
    }

    @Test
    @DisplayName("can fail before a commit, which then is not there")
    void before() throws Exception {
        CommitPoints store = CommitPoints.failingBefore(disk, 2);
        assertThat(store.commit(step("a"))).isEqualTo(new Committed.Done(0));
        assertThatThrownBy(() -> store.commit(step("b"))).isInstanceOf(StoreFailed.class);
        assertThat(disk.negotiation("b")).isEmpty();
        assertThat(disk.entries()).hasSize(1);
    }

    @Test
    @DisplayName("can fail after a commit, which then is there though nobody was told")
    void after() throws Exception {
        CommitPoints store = CommitPoints.failingAfter(disk, 2);
        assertThat(store.commit(step("a"))).isEqualTo(new Committed.Done(0));
        assertThatThrownBy(() -> store.commit(step("b"))).isInstanceOf(StoreFailed.class);
        assertThat(disk.negotiation("b")).isPresent();
        assertThat(disk.entries()).hasSize(2);
    }

    @Test
    @DisplayName("answer nothing after a failure, until the store is wrapped anew")
    void restart() throws Exception {
        CommitPoints store = CommitPoints.failingAfter(disk, 1);
        assertThatThrownBy(() -> store.commit(step("a"))).isInstanceOf(StoreFailed.class);
        assertThatThrownBy(() -> store.negotiation("a")).isInstanceOf(StoreFailed.class);
        assertThatThrownBy(() -> store.commit(step("b"))).isInstanceOf(StoreFailed.class);
        assertThat(CommitPoints.failingAfter(disk, 9).negotiation("a")).isPresent();
        assertThat(disk.negotiation("b")).isEmpty();
    }

    @Test
    @DisplayName("can be put around each other")
    void composed() throws Exception {
        List<String> heard = new ArrayList<>();
        CommitPoints.Happening telling = new CommitPoints.Happening() {
            @Override
            public void before(long commit) {
                heard.add("before " + commit);
            }

            @Override
            public void after(long commit) {
                heard.add("after " + commit);
            }
        };
        CommitPoints store = CommitPoints.failingBefore(new CommitPoints(disk, telling), 2);
        assertThat(store.commit(step("a"))).isEqualTo(new Committed.Done(0));
        assertThatThrownBy(() -> store.commit(step("b"))).isInstanceOf(StoreFailed.class);
        assertThat(heard).containsExactly("before 1", "after 1");
        assertThat(store.commits()).isEqualTo(2);
    }
}
