package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("routes")
class RoutesTest {

    private static final Handler NOTHING = _ -> Response.empty(204);
    private static final Routes ROUTES = new Routes(List.of(
            Route.get("/api/datasets", NOTHING),
            Route.post("/api/datasets/{id}/withdraw", 10, NOTHING),
            Route.get("/tiles/{rest*}", NOTHING)));

    @Test
    @DisplayName("take what stands in their places")
    void parameters() {
        assertThat(choose(Method.POST, "/api/datasets/a%2Fb/withdraw"))
                .isEqualTo(new Routes.Choice.Found(ROUTES.all().get(1), Map.of("id", "a/b")));
        assertThat(choose(Method.GET, "/tiles/0/x001/067"))
                .isEqualTo(new Routes.Choice.Found(ROUTES.all().get(2), Map.of("rest", "0/x001/067")));
    }

    @Test
    @DisplayName("fit whole paths alone")
    void whole() {
        for (String path :
                List.of("/", "/api", "/api/datasets/", "/api/datasets//withdraw", "/API/datasets", "/tiles")) {
            assertThat(choose(Method.GET, path)).as(path).isInstanceOf(Routes.Choice.Nothing.class);
        }
    }

    @Test
    @DisplayName("are found by the path alone where they serve one path, and no route before them does")
    void exact() {
        assertThat(ROUTES.exact(Method.GET, "/api/datasets"))
                .contains(ROUTES.all().getFirst());
        assertThat(ROUTES.exact(Method.POST, "/api/datasets")).isEmpty();
        assertThat(ROUTES.exact(Method.GET, "/tiles/{rest*}")).isEmpty();
        assertThat(ROUTES.exact(Method.GET, "/api/%64atasets")).isEmpty();
        Routes shadowed = new Routes(List.of(Route.get("/{any}", NOTHING), Route.get("/fixed", NOTHING)));
        assertThat(shadowed.exact(Method.GET, "/fixed")).isEmpty();
    }

    @Test
    @DisplayName("say which methods a path has")
    void methods() {
        assertThat(choose(Method.PUT, "/api/datasets")).isEqualTo(new Routes.Choice.WrongMethod("GET"));
    }

    @Test
    @DisplayName("refuse a path whose encoding is broken")
    void broken() {
        for (String path : List.of("/%", "/%4", "/%zz", "/%ff", "/" + "a/".repeat(100))) {
            assertThat(PathSegments.decode(path)).as(path).isEmpty();
        }
        assertThat(PathSegments.decode("/%E6%97%A5%E6%9C%AC/a+b").orElseThrow()).containsExactly("日本", "a+b");
    }

    private static Routes.Choice choose(Method method, String path) {
        return ROUTES.choose(method, PathSegments.decode(path).orElseThrow());
    }
}
