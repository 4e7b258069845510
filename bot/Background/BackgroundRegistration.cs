using Quartz;

namespace LibraryBot.Background;

/// <summary>Adds what runs by itself: the delivery of the outbox, what moves on by itself in bookings, and retention.</summary>
internal static class BackgroundRegistration
{
    private static readonly TimeSpan OutboxAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan OthersAfter = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BookingsEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RetentionEvery = TimeSpan.FromHours(6);

    /// <summary>In one process over SQLite; over PostgreSQL in a cluster of as many as there are, of which one at a time runs a job.</summary>
    /// <exception cref="InvalidOperationException">A setting is wrong.</exception>
    public static IServiceCollection AddBackground(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = OutboxSettings.Read(configuration);
        services.AddSingleton(settings);
        services.AddSingleton<DeliverySchedule>();
        services.AddSingleton<SendingRates>();
        services.AddSingleton<OutboxMetrics>();
        services.AddSingleton<OutboxReaders>();
        services.AddSingleton<OutboxSender>();
        services.AddSingleton<DeliverOutbox>();
        services.AddQuartz(quartz =>
        {
            if (string.Equals(configuration["Database:Provider"], "Postgres", StringComparison.OrdinalIgnoreCase))
            {
                quartz.UseCluster(configuration.GetConnectionString("Library")!);
            }

            // What was left waiting goes out soon; the rest has time until those who waited for the start are answered.
            var now = TimeProvider.System.GetUtcNow();
            quartz.ScheduleJob<DeliverOutboxJob>(
                trigger => trigger.WithIdentity("poll", "outbox").StartAt(now + OutboxAfter).WithSimpleSchedule(settings.PollEvery),
                job => job.WithIdentity(DeliverOutboxJob.Key));
            quartz.ScheduleJob<MoveBookingsJob>(trigger => trigger.WithIdentity("bookings").StartAt(now + OthersAfter).WithSimpleSchedule(BookingsEvery));
            quartz.ScheduleJob<RetentionJob>(trigger => trigger.WithIdentity("retention").StartAt(now + OthersAfter).WithSimpleSchedule(RetentionEvery));
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddHostedService<OutboxWakeUp>();
        return services;
    }

    private static void UseCluster(this IQuartzBuilder quartz, string connection)
    {
        quartz.ConfigureScheduler(scheduler => scheduler.GenerateInstanceId = true);
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(connection);
            store.ProvisionSchema();
            // A process that dies is noticed within seconds, so that the others go on with its work.
            store.UseClustering(cluster =>
            {
                cluster.CheckinInterval = TimeSpan.FromSeconds(2);
                cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(4);
            });
        });
    }
}
