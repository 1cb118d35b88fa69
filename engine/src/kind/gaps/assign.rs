//! Which key each gap of a group is held against.

/// The most gaps that may change places with one another.
pub const MAX_GROUP: usize = 8;

/// For each member of a group, the member whose key it is held against: the keys are dealt out, each once, so that they earn the
/// most; among equals, as many as can be stay with their own gap.
pub(super) fn best_keys(members: &[usize], earns: &dyn Fn(usize, usize) -> u64) -> Vec<usize> {
    let size = members.len();
    if size > MAX_GROUP {
        return members.to_vec();
    }
    let mut worth = Vec::new();
    for place in members {
        for key in members {
            worth.push(earns(*place, *key) * 2 * MAX_GROUP as u64 + 1);
        }
    }
    // For each set of keys, the most that as many members, from the first on, can make of it, and the key of the last of them.
    let mut most: Vec<(u64, usize)> = vec![(0, 0)];
    for keys in 1usize..1 << size {
        let last = keys.count_ones() as usize - 1;
        let mut best = (0, 0);
        for key in 0..size {
            if keys >> key & 1 == 0 {
                continue;
            }
            let before = most.get(keys & !(1 << key)).map_or(0, |most| most.0);
            let more = worth.get(last * size + key).copied().unwrap_or(0);
            // No group has as many members as it would take for these ones to outweigh a part of a point.
            let sum = before + more + u64::from(key == last);
            if sum > best.0 {
                best = (sum, key);
            }
        }
        most.push(best);
    }
    let mut keys = (1usize << size) - 1;
    let mut dealt = Vec::new();
    while keys > 0 {
        let key = most.get(keys).map_or(0, |most| most.1);
        dealt.extend(members.get(key));
        keys &= !(1 << key);
    }
    dealt.reverse();
    dealt
}
