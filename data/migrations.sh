#!/bin/sh
# Makes the Initial migrations of both databases anew from the entities. The id is fixed, so that SearchIndex, which is written by hand,
# always follows it. Only for as long as there is no released database to keep.
set -e
cd "$(dirname "$0")"
dotnet tool restore >/dev/null
rm -f Migrations/*/*_Initial.cs Migrations/*/*_Initial.Designer.cs Migrations/*/*Snapshot.cs
dotnet build -v q --nologo -p:RunAnalyzers=false
for database in Sqlite Postgres; do
    dotnet ef migrations add Initial --no-build --context "${database}LibraryContext" --output-dir "Migrations/$database"
    (
        cd "Migrations/$database"
        made=$(ls ./*_Initial.cs)
        stamp=${made#./}
        stamp=${stamp%_Initial.cs}
        mv "${stamp}_Initial.cs" 20261101000000_Initial.cs
        sed "s/${stamp}_Initial/20261101000000_Initial/" "${stamp}_Initial.Designer.cs" >20261101000000_Initial.Designer.cs
        rm "${stamp}_Initial.Designer.cs"
    )
done
