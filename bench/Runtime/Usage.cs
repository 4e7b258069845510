namespace LibraryBot.Bench.Runtime;

/// <summary>What a process has used since it started, and what it holds.</summary>
/// <param name="ProcessorMilliseconds">Of all its threads.</param>
/// <param name="AllocatedBytes">By managed code.</param>
/// <param name="HeapBytes">Of managed objects that are still in use.</param>
/// <param name="ResidentBytes">Of memory.</param>
internal sealed record Usage(double ProcessorMilliseconds, long AllocatedBytes, long HeapBytes, long ResidentBytes)
{
    private static double _spentOnMeasuring;

    /// <summary>This process now.</summary>
    public static Usage OfThisProcess()
    {
        var processor = Environment.CpuUsage.TotalTime.TotalMilliseconds;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var usage = new Usage(processor - _spentOnMeasuring, allocated, GC.GetTotalMemory(false), Environment.WorkingSet);
        _spentOnMeasuring += Environment.CpuUsage.TotalTime.TotalMilliseconds - processor;
        return usage;
    }
}
