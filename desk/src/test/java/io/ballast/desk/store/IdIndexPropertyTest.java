/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class IdIndexPropertyTest {
    @Property(tries = 200)
    void findsWhatAMapFinds(@ForAll @Size(max = 600) List<@IntRange(min = -100, max = 100) Integer> steps) {
        List<String> ids = new ArrayList<>();
        IdIndex index = new IdIndex(ids::get);
        Map<String, Integer> map = new HashMap<>();
        for (int step : steps) {
            String id = "id:" + Math.abs(step);
            if (step < 0) {
                index.remove(id);
                map.remove(id);
            } else if (!map.containsKey(id)) {
                ids.add(id);
                index.add(id, ids.size() - 1);
                map.put(id, ids.size() - 1);
            }
        }
        for (int number = 0; number <= 100; number++) {
            String id = "id:" + number;
            assertThat(index.find(id)).as(id).isEqualTo(map.getOrDefault(id, IdIndex.ABSENT));
        }
    }
}
