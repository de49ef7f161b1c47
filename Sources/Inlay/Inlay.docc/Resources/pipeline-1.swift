import Inlay

let albums = Table.csv("staging/albums.csv")
let artists = Table.csv("staging/artists.csv")
let tracks = Table.csv("staging/tracks.csv")
