extension Sequence<Int> {
    /// Ids as one argument of a statement, which reads them with `IN (SELECT value FROM json_each(?))`: so the number
    /// of statements does not depend on the number of rows.
    package var ids: String { "[\(Set(self).map(String.init).joined(separator: ","))]" }
}
